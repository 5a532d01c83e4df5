import { log } from './log.js';

/** What each event of the element brings. */
const EVENTS = {
  'crm-oauth-start': ({ url, state }: HTMLElementEventMap['crm-oauth-start']) => ({ url, state }),
  'crm-oauth-success': ({ response }: HTMLElementEventMap['crm-oauth-success']) => ({ ...response }),
  'crm-oauth-error': ({ error }: HTMLElementEventMap['crm-oauth-error']) => {
    const { code, kind, clientId, description } = error;
    return { error: code, kind, clientId, description };
  },
  'crm-oauth-disconnect': () => ({}),
  'crm-oauth-statuschange': ({ status }: HTMLElementEventMap['crm-oauth-statuschange']) => ({ status }),
} as const;

/** Logs every event of the buttons, and every message that reaches the page. */
export function watch(): void {
  for (const [name, payloadOf] of Object.entries(EVENTS)) {
    document.addEventListener(name, (event) => log('event', name, payloadOf(event as never)));
  }
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== parent || parent === self) log('message', origin, data);
  });
}
