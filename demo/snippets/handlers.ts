import { providerOf } from '../shared/provider.js';
import type { Settings } from '../stories/story.js';

/** An event that a sample listens to. */
export interface Handler {
  readonly event: string;
  readonly name: string;
  /** Parameter and body of the function. */
  readonly parameter: string;
  readonly type: string;
  readonly body: string;
}

const ERROR: Handler = {
  event: 'crm-oauth-error',
  name: 'onError',
  parameter: '{ error }',
  type: 'CrmOAuthErrorEvent',
  body: "console.log(error.code); // 'access_denied', 'popup_closed', …",
};

const SUCCESS: Handler = {
  event: 'crm-oauth-success',
  name: 'onSuccess',
  parameter: '{ response }',
  type: 'CrmOAuthSuccessEvent',
  body: 'console.log(response.code); // for your back end',
};

const DISCONNECT: Handler = {
  event: 'crm-oauth-disconnect',
  name: 'onDisconnect',
  parameter: '',
  type: 'CrmOAuthDisconnectEvent',
  body: "console.log('disconnect'); // revoke, then set authorized to false",
};

/**
 * The events that a page has to listen to, whether a window or the page itself was at the CRM. In `popup` mode success takes it to
 * the redirect URI, and nothing is left to do.
 */
export function handlersFor(settings: Settings): readonly Handler[] {
  const { mode, authorized, showAuthRedDot } = settings;
  const stays = mode === 'post_message' || mode === 'redirect' || providerOf(settings).face.reportsOnly;
  const disconnects = authorized || showAuthRedDot;
  return [...(stays ? [SUCCESS] : []), ERROR, ...(disconnects ? [DISCONNECT] : [])];
}

/** The import of the events' types, from the entry that has them. */
export function typeImport(handlers: readonly Handler[], module: string): string {
  const types = handlers.flatMap(({ parameter, type }) => (parameter ? [type] : [])).sort();
  return `import type { ${types.join(', ')} } from '${module}';`;
}

/** A handler as a function with types. */
export function typedFunction({ name, parameter, type, body }: Handler, keyword = 'function '): string {
  const parameters = parameter && `${parameter}: ${type}`;
  return `${keyword}${name}(${parameters}) {\n  ${body}\n}`;
}
