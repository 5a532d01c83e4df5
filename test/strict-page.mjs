// @ts-check
import { tsImport } from 'tsx/esm/api';

const NONCE = 'r4nd0m';

/** Allows only content with the nonce, and the name of Lit's Trusted Types policy. */
const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  `style-src 'nonce-${NONCE}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/**
 * Serves `/strict-page`: a page with a button that the server has rendered, under the strictest policy. Its query gives the
 * button's attributes, and with `hydrate` the page loads Lit's hydration support. The page's global `violations` lists everything that the policy refuses; `rendered` is the button
 * from before the script.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function strictPage() {
  return {
    name: 'strict-page',
    async serve(context) {
      if (context.path !== '/strict-page') return undefined;
      const { renderButton } = await tsImport('../src/ssr.ts', import.meta.url);
      const { hydrate, ...attributes } = context.query;
      const script = hydrate ? '/test/helpers/hydrating.ts' : '/src/index.ts';
      const button = renderButton({ ...attributes }, { nonce: NONCE });
      context.set('Content-Security-Policy', POLICY);
      const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Strict</title>
        <script nonce="${NONCE}">
          window.violations = [];
          addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
            // The test server adds a script of its own to every page.
            if (!blockedURI.includes('__web-dev-server__')) violations.push(effectiveDirective + ' ' + blockedURI);
          });
        </script>
        <body>${button}<script nonce="${NONCE}">
          window.rendered = document.querySelector('crm-oauth-button').shadowRoot.querySelector('button');
        </script><script nonce="${NONCE}" type="module" src="${script}"></script>`;
      return { body, type: 'html' };
    },
  };
}
