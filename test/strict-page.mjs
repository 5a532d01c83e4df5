// @ts-check
import { tsImport } from 'tsx/esm/api';

const NONCE = 'r4nd0m';

/** Nothing is allowed but what has the nonce. */
const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  `style-src 'nonce-${NONCE}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Serves `/strict-page`: a page with a button that the server has rendered, under the strictest policy. Its query gives the
 * button's attributes. What the policy refuses is in its global `violations`.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function strictPage() {
  return {
    name: 'strict-page',
    async serve(context) {
      if (context.path !== '/strict-page') return undefined;
      const { renderButton } = await tsImport('../src/ssr.ts', import.meta.url);
      const button = renderButton({ ...context.query }, { nonce: NONCE });
      context.set('Content-Security-Policy', POLICY);
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Strict</title>
        <script nonce="${NONCE}">
          window.violations = [];
          addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
            // The test server adds a script of its own to every page.
            if (!blockedURI.includes('__web-dev-server__')) violations.push(effectiveDirective + ' ' + blockedURI);
          });
        </script>
        <body>${button}<script nonce="${NONCE}" type="module" src="/src/index.ts"></script>`;
      return { body, type: 'html' };
    },
  };
}
