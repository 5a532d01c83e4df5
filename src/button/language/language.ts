import { type Captions, captions } from './captions.js';
import { sayOnce } from '../console.js';

/** What speaks a language: an element that draws itself anew when asked. */
interface Speaker extends Element {
  requestUpdate(): void;
}

/** What is read of a language tag, in characters: all of any that is in use (RFC 5646, section 4.4.1). */
const LONGEST_TAG = 35;

const speakers = new Set<Speaker>();
/** Languages that were asked for and not there. */
const unknown = new Set<string>();
let observer: MutationObserver | undefined;
let isTold = false;

/**
 * The language that a button speaks: what its locale says, or for `auto` what the nearest `lang` and then the browser
 * say, each by lookup: `pt-BR` finds `pt` (RFC 4647, section 3.4).
 */
export function languageOf(button: Speaker, locale: string, fallback: string): string {
  const isAuto = locale === 'auto';
  if (isAuto) followLang();
  const found = (isAuto ? [nearestLang(button), ...navigator.languages] : [locale]).map(lookUp).find(Boolean);
  if (!found && locale && !isAuto) warnOf(locale.slice(0, LONGEST_TAG));
  return found ?? fallback;
}

/** Of a language that is still unknown when the page has loaded: until then a script may bring it. */
function warnOf(locale: string): void {
  if (unknown.has(locale)) return;
  unknown.add(locale);
  const warn = (): void => {
    if (lookUp(locale)) return;
    sayOnce('warn', `locale="${locale}" is unknown. Known: ${Object.keys(captions).join(' ')} auto`);
  };
  if (document.readyState === 'complete') setTimeout(warn);
  else addEventListener('load', warn, { once: true });
}

/** Adds a language, or replaces one. Buttons that are there already follow. */
export function registerCaptions(tag: string, translation: Captions): void {
  captions[normalize(tag)] = translation;
  refresh();
}

/** A button came into the document. */
export function addSpeaker(button: Speaker): void {
  speakers.add(button);
}

/** A button left the document; nothing of it stays here. */
export function removeSpeaker(button: Speaker): void {
  speakers.delete(button);
  if (!speakers.size) stopFollowing();
}

/**
 * For who observes the document anyway: one observer is enough for a page.
 *
 * @returns what to call when a `lang` has changed
 */
export function tellOfLang(): () => void {
  isTold = true;
  stopFollowing();
  return refresh;
}

/** One observer for all buttons, from the first one on that follows `lang`. */
function followLang(): void {
  if (observer || isTold) return;
  observer = new MutationObserver(refresh);
  observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
}

function stopFollowing(): void {
  observer?.disconnect();
  observer = undefined;
}

function refresh(): void {
  for (const button of speakers) button.requestUpdate();
}

/** The language that there are captions for, by lookup (RFC 4647, section 3.4). */
export function lookUp(tag: string): string | undefined {
  for (let range = normalize(tag); range; range = range.replace(/-?[^-]*$/, '')) {
    if (Object.hasOwn(captions, range)) return range;
  }
  return undefined;
}

function normalize(tag: string): string {
  return tag.slice(0, LONGEST_TAG).toLowerCase();
}

/** Through shadow roots. */
function nearestLang(element: Element): string {
  const holder = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return holder?.lang ?? (root instanceof ShadowRoot ? nearestLang(root.host) : '');
}
