import { captions } from '../button/language/captions.js';
import { sayOnce } from '../button/console.js';
import { lookUp } from '../button/language/language.js';
import { createState } from '../consent/transaction.js';
import { AuthorizationError } from '../consent/errors.js';
import { postToFrame } from './frame.js';
import type { Notice } from './messages.js';

/** Ends that are nobody's fault: the visitor knows, and the developer need not. */
const USUAL = ['access_denied', 'aborted', 'popup_blocked', 'popup_closed'];

/** Tells the visitor, in the widget, that an authorization failed, and the developer, in the console, unless that is usual. */
export function reportFailure(
  frame: HTMLIFrameElement,
  error: unknown,
  notice: (error: unknown) => Notice | undefined,
): void {
  if (!(error instanceof AuthorizationError)) reportError(error);
  else if (!USUAL.includes(error.code)) {
    sayOnce('error', [error.code, error.description].filter(Boolean).join(': '));
  }
  const body = notice(error);
  if (!body) return;
  const request = { requestId: createState(), path: '/custom-alert-message' } as const;
  postToFrame(frame, { type: 'rc-adapter-message-request', ...request, body });
}

/** The notice of a failed authorization, in the page's language; nothing if the visitor ended it. */
export function errorNotice(error: unknown): Notice | undefined {
  const language = lookUp(document.documentElement.lang || navigator.language);
  const texts = captions[language ?? 'en'] ?? captions.en;
  switch (error instanceof AuthorizationError ? error.code : '') {
    case 'aborted':
    case 'popup_closed':
      return undefined;
    case 'access_denied':
      return { level: 'warning', message: texts.denied, ttl: 5000 };
    case 'popup_blocked':
      return { level: 'danger', message: texts.blocked, ttl: 10_000 };
    default:
      return { level: 'danger', message: texts.error, ttl: 10_000 };
  }
}
