import { type Captions, captions } from './captions.js';
import { sayOnce } from './console.js';

/** What speaks a language: an element that draws itself anew when asked. */
interface Speaker extends Element {
  requestUpdate(): void;
}

const speakers = new Set<Speaker>();
let observer: MutationObserver | undefined;

/**
 * The language that a button speaks: what its locale says, or for `auto` what the nearest `lang` and then the browser
 * say, each by lookup: `pt-BR` finds `pt` (RFC 4647, section 3.4).
 */
export function languageOf(button: Speaker, locale: string, fallback: string): string {
  const isAuto = locale === 'auto';
  if (isAuto) followLang();
  const found = (isAuto ? [nearestLang(button), ...navigator.languages] : [locale]).map(lookUp).find(Boolean);
  if (!found && locale && !isAuto) {
    sayOnce('warn', `locale="${locale}" is unknown. Known: ${Object.keys(captions).join(' ')} auto`);
  }
  return found ?? fallback;
}

/** Adds a language, or replaces one. Buttons that are there already follow. */
export function registerCaptions(tag: string, translation: Captions): void {
  captions[tag.toLowerCase()] = translation;
  refresh();
}

/** A button came into the document. */
export function addSpeaker(button: Speaker): void {
  speakers.add(button);
}

/** A button left the document; nothing of it stays here. */
export function removeSpeaker(button: Speaker): void {
  speakers.delete(button);
  if (speakers.size) return;
  observer?.disconnect();
  observer = undefined;
}

/** One observer for all buttons, from the first one on that follows `lang`. */
function followLang(): void {
  if (observer) return;
  observer = new MutationObserver(refresh);
  observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
}

function refresh(): void {
  for (const button of speakers) button.requestUpdate();
}

/** The language that there are captions for, by lookup (RFC 4647, section 3.4). */
export function lookUp(tag: string): string | undefined {
  for (let range = tag.toLowerCase(); range; range = range.replace(/-?[^-]*$/, '')) {
    if (Object.hasOwn(captions, range)) return range;
  }
  return undefined;
}

/** Through shadow roots. */
function nearestLang(element: Element): string {
  const holder = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return holder?.lang ?? (root instanceof ShadowRoot ? nearestLang(root.host) : '');
}
