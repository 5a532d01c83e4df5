import { element } from './element.js';
import { drawEntry, type LogEntry } from './log-entry.js';
import { shorten } from './shorten.js';

const STORAGE = 'crm-oauth-button-events';
const CAPACITY = 100;

type Payload = Record<string, unknown>;

/** What each event of the element brings. */
const EVENTS = {
  'crm-oauth-start': ({ url, state }: HTMLElementEventMap['crm-oauth-start']) => ({ url, state }),
  'crm-oauth-success': ({ response }: HTMLElementEventMap['crm-oauth-success']) => ({ ...response }),
  'crm-oauth-error': ({ error }: HTMLElementEventMap['crm-oauth-error']) => {
    const { code, kind, clientId, description } = error;
    return { error: code, kind, clientId, description };
  },
  'crm-oauth-statuschange': ({ status }: HTMLElementEventMap['crm-oauth-statuschange']) => ({ status }),
} as const;

/** Lists what the buttons tell. The list outlives the page: after a success, the browser goes to the redirect URI. */
export function keepLog(): void {
  const log = element('log', HTMLElement);
  const clear = element('clear', HTMLButtonElement);
  const empty = element('empty', HTMLElement);
  let entries = restore();

  const show = (added: readonly LogEntry[]): void => {
    log.append(...added.map(drawEntry));
    while (log.childElementCount > CAPACITY) log.firstElementChild?.remove();
    log.scrollTop = log.scrollHeight;
    empty.hidden = entries.length > 0;
    clear.disabled = entries.length === 0;
  };
  const add = (name: string, origin: Element | null, payload: Payload): void => {
    const story = origin?.closest<HTMLElement>('[data-story]')?.dataset.story ?? '';
    const entry = { time: Date.now(), name, story, payload: shorten(payload) as Payload };
    entries = [...entries, entry].slice(-CAPACITY);
    sessionStorage.setItem(STORAGE, JSON.stringify(entries));
    show([entry]);
  };

  show(entries);
  clear.addEventListener('click', () => {
    entries = [];
    sessionStorage.removeItem(STORAGE);
    log.replaceChildren();
    show([]);
  });
  listen(add);
  // By then the stories' own scripts have defined their functions.
  document.addEventListener('DOMContentLoaded', () => listenToCallbacks(add));
}

type Add = (name: string, origin: Element | null, payload: Payload) => void;

function listen(add: Add): void {
  for (const [name, payloadOf] of Object.entries(EVENTS)) {
    document.addEventListener(name, (event) => add(name, event.target as Element, payloadOf(event as never)));
  }
}

/** Stands in front of each global function that a button names as its error callback. */
function listenToCallbacks(add: Add): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-error-callback]')) {
    const name = button.dataset.errorCallback ?? '';
    const original: unknown = Reflect.get(window, name);
    Reflect.set(window, name, (posted: unknown) => {
      add(`${name}()`, button, Object(posted) as Payload);
      if (typeof original === 'function') original.call(window, posted);
    });
  }
}

function restore(): LogEntry[] {
  try {
    return JSON.parse(sessionStorage.getItem(STORAGE) ?? '[]') as LogEntry[];
  } catch {
    return [];
  }
}
