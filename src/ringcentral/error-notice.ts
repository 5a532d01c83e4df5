import { captions } from '../button/captions.js';
import { AuthorizationError } from '../consent/errors.js';
import type { Notice } from './messages.js';

/** What the widget shows of an authorization that failed, in the page's language; nothing where the visitor ended it. */
export function errorNotice(error: unknown): Notice | undefined {
  const tag = (document.documentElement.lang || navigator.language).toLowerCase();
  const texts = captions[tag] ?? captions[tag.replace(/-.*/, '')] ?? captions.en;
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
