import { htmlSnippet } from './html-snippet.js';
import { scriptSnippet } from './script-snippet.js';
import type { Snippet, SnippetInput } from './snippet.js';

/** A server's template: the state is the session's. */
export function phpSnippet(input: SnippetInput): Snippet {
  const isCrm = ['kommo', 'amocrm', undefined].includes(input.settings.provider as string | undefined);
  const { text = '' } = isCrm
    ? scriptSnippet(input, '<?= $state ?>')
    : htmlSnippet({ ...input, settings: { ...input.settings, state: STATE } });
  return {
    note: 'The state belongs to the session: compare it at the redirect URI, once, before anything else. `docs/back-end/php.md` has the rest.',
    text: `<?php
session_start();
$state = bin2hex(random_bytes(16));
$_SESSION['oauth_state'] = ['value' => $state, 'issued' => time()];
?>
${text.replace(STATE, '<?= $state ?>')}
`,
  };
}

/** Stands for the state until everything is escaped. */
const STATE = 'state-of-the-session';
