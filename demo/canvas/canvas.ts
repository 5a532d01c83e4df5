import { parseAddress, settingsAt, toolsAt } from '../shared/address.js';
import { readPlace } from '../shared/place.js';
import type { CanvasKind, Settings, Story } from '../stories/story.js';
import { applyTools, defineErrorCallback, watchMotion } from './environment.js';
import { logEvents } from './event-log.js';
import { loadLanguage } from './languages.js';
import { mountCatalogue } from './mount-catalogue.js';
import { mountConnections } from './mount-connections.js';
import { mountDropIn, mountElement, mountStrict } from './mount-button.js';
import { mountFramed } from './mount-framed.js';
import { mountGallery } from './mount-gallery.js';
import { mountHeadless } from './mount-headless.js';
import { mountServerless } from './mount-serverless.js';
import { mountRingCentral, mountStatus } from './mount-status.js';
import type { Mount } from './stage.js';

const MOUNTS: Readonly<Record<CanvasKind, Mount>> = {
  catalogue: mountCatalogue,
  connections: mountConnections,
  element: mountElement,
  'drop-in': mountDropIn,
  framed: mountFramed,
  gallery: mountGallery,
  headless: mountHeadless,
  ringcentral: mountRingCentral,
  serverless: mountServerless,
  status: mountStatus,
  strict: mountStrict,
  webview: mountElement,
};

const place = readPlace();
const root = document.querySelector<HTMLElement>('#stage');
const output = document.querySelector('output');
const address = parseAddress(location.hash);
if (root && output && address) await start(root, output);

async function start(root: HTMLElement, output: HTMLOutputElement): Promise<void> {
  if (!address) return;
  const { story } = address;
  const say = (text: string): void => {
    output.value = text;
  };
  logEvents();
  watchMotion();
  applyTools(toolsAt(address));
  // The back end accepts only states of its own, each for one attempt.
  const hasBackEnd = place.isServed && !story.isServerless;
  const state = hasBackEnd ? await fetchState(story) : {};
  const follow = (): Settings => {
    const current = parseAddress(location.hash) ?? address;
    applyTools(toolsAt(current));
    const settings: Settings = { ...state, ...settingsAt(current, place) };
    void loadLanguage(settings.locale, story);
    defineErrorCallback(String(settings.errorCallback ?? ''), say);
    return settings;
  };

  const { hash } = location;
  const update = await MOUNTS[story.kind ?? 'element']({ root, story, place, say }, follow());
  addEventListener('hashchange', () => update(follow()));
  // A setting may have been changed before anybody listened.
  if (location.hash !== hash) update(follow());

  const renew = async (): Promise<void> => {
    if (hasBackEnd) Object.assign(state, await fetchState(story));
    update(follow());
  };
  // An attempt takes its state along, and while the visitor decides there is time to fetch the next one.
  document.addEventListener('crm-oauth-start', () => void renew());
  Object.assign(document.documentElement.dataset, { ready: '', story: story.id });
}

async function fetchState({ client = 'kommo' }: Story): Promise<{ state?: string }> {
  // In `popup` mode the back end goes on to that page.
  const query = new URLSearchParams({ provider: client, returnTo: '/settings' });
  const response = await fetch(`crm/state?${query.toString()}`);
  return (await response.json()) as { state: string };
}
