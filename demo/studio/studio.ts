import { render } from 'lit';
import { formatAddress, parseAddress, secretsAt, toolsAt, type Address } from '../shared/address.js';
import type { CanvasMessage } from '../shared/canvas-messages.js';
import { readPlace, readRelease } from '../shared/place.js';
import { sendBehaviour } from '../shared/sandbox-behaviour.js';
import type { ToolName } from '../stories/tools.js';
import { CanvasFrame } from './canvas-frame.js';
import { goToSearch } from './search-field.js';
import { shell } from './shell.js';
import type { Actions, State } from './state.js';

/** Lines that the event log keeps. */
const LOG_CAPACITY = 200;
/** How long a button says that its text was copied, in ms. */
const COPIED_FOR = 2000;

const root = document.querySelector<HTMLElement>('#studio');
const frame = new CanvasFrame({
  onAway: (away, url) => {
    if (away) addToLog({ time: Date.now(), kind: 'page', name: 'navigation', payload: { url } });
    update({ away });
  },
});

const place = readPlace();
let state: State = {
  place,
  release: readRelease(),
  address: undefined,
  log: [],
  reference: 'controls',
  result: 'snippet',
  format: 'html',
  // Pages elsewhere get no answer from those that stand in for the sandbox.
  isForSandbox: place.isServed,
  away: undefined,
  isSandboxLost: false,
  isMenuOpen: false,
  query: '',
  copied: undefined,
};

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  if (!root) return;
  render(shell(state, actions), root);
  const desk = root.querySelector('#desk');
  if (desk && frame.element.parentElement !== desk) desk.append(frame.element);
}

function addToLog(entry: State['log'][number]): void {
  update({ log: [...state.log, entry].slice(-LOG_CAPACITY) });
  const log = root?.querySelector('.log');
  if (log) log.scrollTop = log.scrollHeight;
}

/** Shows the story at the page's address. */
function follow(): void {
  const address = parseAddress(location.hash);
  if (address && secretsAt(address).length > 0) go(address);
  else show(address);
}

function go(address: Address): void {
  history.replaceState(null, '', formatAddress(address));
  show(address);
}

function show(address: Address | undefined): void {
  const isNew = address?.story !== state.address?.story;
  // Before it is drawn: a frame without a URL would load an empty page first.
  if (address) frame.show(address);
  document.title = `${address?.story.title ?? 'Not found'} · crm-oauth-button`;
  update({
    address,
    ...(isNew && { log: [], away: undefined, format: address?.story.format ?? 'html' }),
  });
  if (!address) return;
  void sendBehaviour(state.place, toolsAt(address)).then((isDone) => update({ isSandboxLost: !isDone }));
}

const actions: Actions = {
  set(changes) {
    const { address } = state;
    if (!address) return;
    const settings = Object.entries({ ...address.settings, ...changes }).filter(
      ([, value]) => value !== undefined,
    );
    go({ ...address, settings: Object.fromEntries(settings) as Address['settings'] });
  },
  setTools(changes) {
    const { address } = state;
    if (!address) return;
    const initial = toolsAt({ ...address, tools: {} });
    const tools = Object.entries({ ...address.tools, ...changes }) as [ToolName, string][];
    go({ ...address, tools: Object.fromEntries(tools.filter(([name, value]) => value !== initial[name])) });
  },
  resetControls() {
    if (state.address) go({ ...state.address, settings: {} });
  },
  reload: () => frame.reload(),
  clearLog: () => update({ log: [] }),
  copy(text) {
    const say = (isRefused: boolean): void => {
      const copied = { text, isRefused };
      update({ copied });
      setTimeout(() => {
        if (state.copied === copied) update({ copied: undefined });
      }, COPIED_FOR);
    };
    navigator.clipboard.writeText(text).then(
      () => say(false),
      () => say(true),
    );
  },
  show: (change) => update(change),
};

addEventListener('hashchange', follow);
addEventListener('keydown', (event) => goToSearch(event, actions));
// This page hears of no click in the frame: nothing else would close an open popover.
addEventListener('blur', () => {
  for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover();
});
addEventListener('message', ({ data, source, origin }: MessageEvent<CanvasMessage>) => {
  if (!frame.isFromCanvas(source, origin)) return;
  if (data.type === 'studio-log') addToLog(data.entry);
  if (data.type === 'studio-choose') actions.set(data.settings);
});
follow();
