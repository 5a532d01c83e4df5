import { type CanvasMessage, type LogEntry, shorten } from '../shared/canvas-messages.js';
import { otherOriginOf } from '../shared/place.js';

/** Whether this page is the one in a frame of the canvas. */
export const isInside = location.pathname.endsWith('/framed.html');

/** Picks from each event of the element the data that the log shows. */
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
export function logEvents(): void {
  for (const [name, payloadOf] of Object.entries(EVENTS)) {
    document.addEventListener(name, (event) => log('event', name, payloadOf(event as never)));
  }
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== parent || parent === self) log('message', origin, data);
  });
}

/** Adds a line to the studio's event log. A canvas in a tab of its own has nobody to tell. */
export function log(kind: LogEntry['kind'], name: string, payload: unknown): void {
  tell({ type: 'studio-log', entry: { time: Date.now(), kind, name, payload: shorten(payload) } });
}

/** Has the studio change settings, as its controls do. */
export function choose(settings: Extract<CanvasMessage, { type: 'studio-choose' }>['settings']): void {
  tell({ type: 'studio-choose', settings });
}

function tell(message: CanvasMessage): void {
  if (parent === self) return;
  // The canvas is in the studio's own frame, and this page perhaps in the canvas's.
  const [studio, origin] = isInside
    ? [parent.parent, otherOriginOf(location.origin)]
    : [parent, location.origin];
  studio.postMessage(message, origin);
}
