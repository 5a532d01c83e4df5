import type { OpenInShell, Way } from './attempt.js';
import { readRedirect } from './response.js';

/** Shows the consent page in a shell, outside the page, and reads the URL that came back. */
export function inShell(open: OpenInShell): Way {
  return ({ transaction, until, end, fail, close }) => {
    const ask = async (): Promise<void> => {
      const url = await open(transaction.pageUrl, until);
      end(readRedirect(url, transaction));
      close(url ? 'invalid_response' : undefined);
    };
    ask().catch((cause: unknown) => fail('popup_closed', cause));
    return () => undefined;
  };
}
