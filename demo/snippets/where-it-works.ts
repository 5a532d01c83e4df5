import type { Settings } from '../stories/story.js';
import type { SnippetInput } from './snippet.js';

/** Where a page with the button can be, which depends on where the answer goes. */
export function whereItWorks({ isForSandbox }: SnippetInput, { mode, redirectUri }: Settings): string {
  if (!isForSandbox) return 'Serve the page: it does not run from a `file:` address.';
  if (redirectUri) {
    return 'It works on this site. On another port, `redirect_uri` has to be a page there with `callback.js` in it.';
  }
  if (mode === 'post_message' || mode === 'redirect') {
    return 'It works on this site. For another port, start the sandbox with `--client-id`, `--client-secret` and `--redirect-uri`, a page there.';
  }
  return 'It works as it stands, on any port of this machine, but not from a `file:` address.';
}
