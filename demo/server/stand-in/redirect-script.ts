import { AuthorizationError } from '../../../src/consent/errors.js';
import { completeAuthorization } from '../../../src/callback.js';

const title = document.querySelector('h1');
const text = document.querySelector('#outcome');

/** Tells the visitor what has arrived. There is no back end to exchange the code. */
function say(heading: string, sentence: string): void {
  if (title) title.textContent = heading;
  if (text) text.textContent = sentence;
}

try {
  const response = completeAuthorization();
  if (response) {
    say(
      `Connected to ${String(response.referer)}`,
      `The state is the one that was sent. Your back end would now exchange the code ${String(response.code).slice(0, 4)}… for tokens.`,
    );
  }
} catch (error) {
  say('Not connected', error instanceof AuthorizationError ? error.code : String(error));
}
