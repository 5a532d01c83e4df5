import { sayOnce } from '../button/console.js';
import { AuthorizationError } from '../consent/errors.js';
import { createState } from '../consent/state.js';
import { postToFrame } from './frame.js';
import type { Notice } from './messages.js';

/** Tells the visitor, in the widget, that an authorization failed, and the developer what neither of them could foresee. */
export function reportFailure(
  frame: HTMLIFrameElement,
  error: unknown,
  notice: (error: unknown) => Notice | undefined,
): void {
  if (!(error instanceof AuthorizationError)) reportError(error);
  else if (error.code === 'invalid_configuration') sayOnce('error', error.message);
  const body = notice(error);
  if (!body) return;
  const request = { requestId: createState(), path: '/custom-alert-message' } as const;
  postToFrame(frame, { type: 'rc-adapter-message-request', ...request, body });
}
