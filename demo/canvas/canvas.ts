import type { CanvasKind, Settings } from '../stories/story.js';
import { parseAddress, toolsAt } from '../studio/address.js';
import { readPlace } from '../studio/place.js';
import { settingsAt } from '../studio/settings-at.js';
import { applyTools } from './apply-tools.js';
import { log } from './log.js';
import { mountDropIn } from './mount-drop-in.js';
import { mountElement } from './mount-element.js';
import { mountGallery } from './mount-gallery.js';
import { mountHeadless } from './mount-headless.js';
import { mountRingCentral } from './mount-ringcentral.js';
import { mountStatus } from './mount-status.js';
import { mountStrict } from './mount-strict.js';
import type { Mount } from './stage.js';
import { watch } from './watch.js';

const MOUNTS: Readonly<Record<CanvasKind, Mount>> = {
  element: mountElement,
  'drop-in': mountDropIn,
  gallery: mountGallery,
  headless: mountHeadless,
  ringcentral: mountRingCentral,
  status: mountStatus,
  strict: mountStrict,
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
  watch();
  applyTools(toolsAt(address));
  // The back end accepts only states of its own, each for one attempt.
  const state = place.isServed ? await fetchState() : {};
  const read = (): Settings => {
    const current = parseAddress(location.hash) ?? address;
    applyTools(toolsAt(current));
    const settings: Settings = { ...state, ...settingsAt(current, place) };
    defineCallback(String(settings.errorCallback ?? ''), say);
    return settings;
  };

  const { hash } = location;
  const update = await MOUNTS[story.kind ?? 'element']({ root, story, place, say }, read());
  addEventListener('hashchange', () => update(read()));
  // A setting may have been changed before anybody listened.
  if (location.hash !== hash) update(read());

  const renew = async (): Promise<void> => {
    if (place.isServed) Object.assign(state, await fetchState());
    update(read());
  };
  // An attempt takes its state along, and while the visitor decides there is time to fetch the next one.
  document.addEventListener('crm-oauth-start', () => void renew());
  Object.assign(document.documentElement.dataset, { ready: '', story: story.id });
}

async function fetchState(): Promise<{ state?: string }> {
  const response = await fetch('login-state');
  return (await response.json()) as { state: string };
}

/** Gives the page the function that `error-callback` names. */
function defineCallback(name: string, say: (text: string) => void): void {
  if (!/^[a-z_$][\w$]*$/i.test(name) || name in window) return;
  Reflect.set(window, name, (posted: unknown) => {
    log('callback', `${name}()`, posted);
    const { error, client_id: clientId } = Object(posted) as Record<string, unknown>;
    say(`${name}: ${String(error)} for ${String(clientId)}`);
  });
}
