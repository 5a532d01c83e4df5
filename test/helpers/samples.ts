import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { type CodeBlock, readBlocks } from './documents.js';

/** The documents for readers. CONTRIBUTING.md's recipe has a test of its own. */
export const DOCUMENTS = [
  'README.md',
  'SECURITY.md',
  'llms.txt',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
    .sort(),
];

/** A block of code, and the document that it stands in. */
export interface Sample extends CodeBlock {
  readonly path: string;
}

/** The blocks of all documents in one of these languages. */
export const samplesIn = (...languages: string[]): Sample[] =>
  DOCUMENTS.flatMap((path) =>
    readBlocks(path)
      .filter(({ language }) => languages.includes(language))
      .map((block) => ({ ...block, path })),
  );

/**
 * Checks modules that need not be on the disk, as JavaScript: what they call is there, and takes what they give it.
 *
 * @param modules - code by the name of its file
 * @param ambient - declarations that all of them see
 * @returns what the compiler says, each with the module's name in front
 */
export function checkModules(
  modules: ReadonlyMap<string, string>,
  ambient: Readonly<Record<string, string>>,
): string[] {
  const { options } = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, ts.sys as never)!;
  const sources = new Map([...modules].map(([name, code]) => [resolve(name), `${code}\nexport {};`]));
  for (const [name, text] of Object.entries(ambient)) sources.set(resolve(name), text);
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (file) => sources.has(resolve(file)) || fileExists(file);
  host.getSourceFile = (file, version) => {
    const text = sources.get(resolve(file));
    return text === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...sources.keys()], { ...options, ...JAVASCRIPT }, host);
  return [...sources.keys()].flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ messageText, start = 0 }) => {
      const line = sources.get(file)!.slice(0, start).split('\n').length;
      return `${relative('.', file)}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    }),
  );
}

/** JavaScript can't say what a parameter is or that something is there, and a sample may leave a constant for its reader. */
const JAVASCRIPT: ts.CompilerOptions = {
  checkJs: true,
  strict: false,
  exactOptionalPropertyTypes: false,
  noImplicitReturns: false,
  noUncheckedIndexedAccess: false,
  noUnusedLocals: false,
  noUnusedParameters: false,
  paths: {
    'crm-oauth-button': ['./src/index.ts'],
    'crm-oauth-button/sandbox': ['./sandbox/index.ts'],
    'crm-oauth-button/locales/*.js': ['./src/locales/*.ts'],
    'crm-oauth-button/connections/locales': ['./src/connections/locales.ts'],
    'crm-oauth-button/*': ['./src/*.ts'],
  },
};
