import { randomText } from '../crypto.js';
import { CALLBACK_SCRIPT } from './callback-script.js';
import { PRIVATE } from './replies.js';

/** What the page at the redirect URI has to say. */
export interface Outcome {
  /** Why nothing came of it, for the page with the button. Absent: connected. */
  readonly error?: string | undefined;
  /** Path of this site to go on to where no page waits. */
  readonly returnTo: string;
  /** Path of the script. */
  readonly script: string;
}

// The error takes the place of the code, and then goes the way of the CRM's own: to a window, or back with the page.
const BEFORE = `const { error, returnTo } = document.currentScript.dataset;
if (error) {
  const state = new URLSearchParams(location.search).get('state') || '';
  history.replaceState(null, '', '?' + new URLSearchParams({ error, state }));
}`;

// The response is still in the address: no page waits for it.
const AFTER = 'if (!error && location.search) location.replace(returnTo);';

/** The script of the page, as a file of its own: the policies of many sites allow no other. */
export function callbackScript(): Response {
  return new Response(`{\n${BEFORE}\n${CALLBACK_SCRIPT}\n${AFTER}\n}`, {
    headers: { ...PRIVATE, 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
}

/** The page at the redirect URI. It reports to the page with the button and closes, or goes back there; its text is for those who see it. */
export function callbackPage({ error, returnTo, script }: Outcome): Response {
  const nonce = randomText();
  const title = error ? 'Not connected' : 'Connected';
  const text = error ? `The CRM was not connected (${error}).` : 'You can close this window.';
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { max-width: 24rem; margin: 20vh auto; padding: 0 1rem; text-align: center; }
  a { color: inherit; }
</style>
<main>
<h1>${title}</h1>
<p>${escape(text)}</p>
<p><a href="${escape(returnTo)}">Continue</a></p>
</main>
<script src="${escape(script)}" data-return-to="${escape(returnTo)}"${error ? ` data-error="${escape(error)}"` : ''}></script>
</html>`;
  return new Response(html, {
    status: error ? 403 : 200,
    headers: {
      ...PRIVATE,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      // The address holds a code.
      'referrer-policy': 'no-referrer',
    },
  });
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
