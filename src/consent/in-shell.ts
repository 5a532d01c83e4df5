import type { OpenInShell, Way } from './attempt.js';
import { readRedirect } from './response.js';

/**
 * Shows the consent page in a shell, outside the page, and reads the URL that came back. The page can't see whether the shell is
 * open, so the attempt is detached from the start.
 */
export function inShell(open: OpenInShell): Way {
  return ({ transaction, until, onDetached, end, fail, close }) => {
    const ask = async (): Promise<void> => {
      const url = await open(transaction.pageUrl, until);
      end(readRedirect(url, transaction));
      close(url ? 'invalid_response' : undefined);
    };
    // Once the attempt counts as under way.
    queueMicrotask(() => !until.aborted && onDetached?.());
    ask().catch((cause: unknown) => fail('popup_closed', cause));
    return () => undefined;
  };
}
