import type { Settings } from '../stories/story.js';
import { quote } from './markup.js';
import type { Snippet } from './snippet.js';

/** The parts of a program that are the same with and without a window. */
export interface Program {
  /** Name of the function that makes the request. */
  readonly provider: string;
  /** The statement that makes it. */
  readonly request: string;
  /** Names of the response's fields that a back end needs. */
  readonly names: string;
}

/** Behind a button of the page's own, with the whole page in place of a window. */
export function redirectSnippet({ provider, request, names }: Program, { returnTo }: Settings): Snippet {
  const options = returnTo ? `, { returnTo: ${quote(String(returnTo))} }` : '';
  return {
    note: 'The page goes to the CRM. `callback.js` on the redirect page brings it back, where `completeAuthorization()` gives the answer.',
    text: `import { completeAuthorization } from 'crm-oauth-button/callback';
import { AuthorizationError, authorizeWithRedirect, ${provider} } from 'crm-oauth-button/consent';

${request}

document.querySelector('#connect')?.addEventListener('click', () => {
  authorizeWithRedirect(request${options}).catch(report);
});

try {
  const response = completeAuthorization(); // undefined unless the page has just come back
  if (response) {
    const { ${names} } = response;
    console.log(${names}); // for your back end
  }
} catch (error) {
  report(error);
}

function report(error: unknown) {
  if (error instanceof AuthorizationError) console.log(error.code);
}
`,
  };
}
