import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

const ours = ['src/**/*.ts', 'sandbox/**/*.ts', 'demo/**/*.ts'];

/** The floors of `src/`: from what besides itself each folder may import. Everything points downwards. */
const floors = {
  providers: '',
  consent: 'providers/',
  callback: '(consent|providers)/',
  server: 'providers/',
  testing: 'consent/messages.js',
  ssr: 'button/|@lit-labs/ssr',
  button: '(consent|providers)/',
  connections: '(button|consent|providers)/',
  locales: 'button/language/captions.js',
  'drop-in': '((button|consent|providers)/|locales.js)',
  ringcentral: '(button|consent|providers)/',
};

/** Floors where a file lies so many folders deep in its own, whose other rooms it reaches by `../`. */
const floorRules = (depth) =>
  Object.entries(floors).map(([folder, below]) => {
    const inside = [String.raw`\./`, ...(depth ? [String.raw`\.\./(?!\.\./)`] : [])];
    const outside = below ? [String.raw`(\.\./){${depth + 1}}` + below] : [];
    // No browser has business with the secrets that tokens are had for.
    const regex = `^(?!${[...inside, ...outside].join('|')})${['server', 'providers'].includes(folder) ? '' : '|/tokens.js$'}`;
    const message = `src/${folder}/ must not import this: see the floors in eslint.config.mjs.`;
    return {
      files: [`src/${folder}/${'*/'.repeat(depth)}*.ts`],
      rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
    };
  });

export default defineConfig(
  globalIgnores([
    'dist/',
    'cdn/',
    'test-results/',
    'demo/public/',
    'php/wordpress/build/',
    'src/server/handler/callback-script.js',
  ]),
  // Each example is checked by its own framework’s tools.
  globalIgnores(['examples/*/', '!examples/test/', 'examples/test/types/']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-eval': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A name that users can add to, by merging.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An empty string counts as absent: `||` is meant.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ours,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union, or a const object.' },
        {
          selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]',
          message: 'Build nodes; no HTML from text.',
        },
        {
          selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]',
          message: 'Build nodes; no HTML from text.',
        },
        {
          selector: 'CallExpression[callee.property.name="postMessage"] Literal[value="*"]',
          message: 'Name the origin that may read this.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [wc.configs['flat/recommended'], lit.configs['flat/all']],
  },
  floorRules(0),
  floorRules(1),
  {
    // All others have Lit from there.
    files: ['src/button/lit.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['test/**/*.ts', 'examples/test/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A Playwright fixture that needs no other one is `({}, use) => …`.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      // Chai's assertions are properties, and the types of its DOM plugin call `equal` asynchronous.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    // WordPress serves these as they are, and has its own globals.
    files: ['php/wordpress/**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: false },
      globals: { ...globals.browser, wp: 'readonly', crmOAuthButton: 'readonly' },
    },
  },
  {
    // Parts of these run in the page that is measured; the widget of the sandbox runs in a frame.
    files: ['bench/**', 'sandbox/widget/frame/**'],
    languageOptions: { globals: globals.browser },
  },
);
