// @ts-check
/**
 * The tests that `npm test` leaves to `npm run test:full`. A run of single files has no such limits. The reasons are in
 * `docs/decisions/tests.md`.
 */

/** Whether this run is the quick one. */
export const isQuick = process.env.TEST_RUN === 'quick';

/** Sweeps: one behaviour over every story, snippet, theme or page, each of which a quicker test covers by example. */
export const SWEEPS = [
  '**/accessibility/contrast.spec.ts',
  '**/demo/accessibility.spec.ts',
  '**/demo/run-snippets.spec.ts',
  '**/demo/static.spec.ts',
  '**/docs/*.spec.ts',
  '**/e2e/catalogue.spec.ts',
  '**/e2e/compat-encoding.spec.ts',
  '**/e2e/ringcentral-guide.spec.ts',
  '**/package/recipe.spec.ts',
  '**/sandbox/widget-*.spec.ts',
  '**/server/hostile-catalogue.spec.ts',
  '**/visual/*.spec.ts',
];

/** Component tests of code that asks an engine for nothing but the language and `URL`, so that one engine speaks for all. */
const ENGINE_FREE = [
  'test/connections/captions.test.ts',
  'test/connections/read-connections.test.ts',
  'test/locales/captions.test.ts',
  'test/providers/kommo.test.ts',
  'test/providers/oauth2.test.ts',
  'test/providers/own.test.ts',
  'test/providers/url.test.ts',
  'test/ringcentral/widget-url.test.ts',
];

/**
 * The parts of a quick run of the component tests. They run one after the other, since pages of one engine share storage and
 * focus.
 *
 * @type {Record<string, { files: string[], inOneEngine: boolean }>}
 */
export const PARTS = {
  each: { files: ['test/**/*.test.ts', ...ENGINE_FREE.map((files) => `!${files}`)], inOneEngine: false },
  one: { files: ENGINE_FREE, inOneEngine: true },
};

/** The part that this run is for; none is all of them. */
export const part = PARTS[process.env.TEST_PART ?? ''];
