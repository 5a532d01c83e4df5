import { type Captions, captions } from './captions.js';
import { sayOnce } from '../console.js';

/** An element that speaks a language, and renders again on request. */
interface Speaker extends Element {
  requestUpdate(): void;
}

/** The longest language tag that is read, in characters: no tag in use is longer (RFC 5646, section 4.4.1). */
const LONGEST_TAG = 35;

const speakers = new Set<Speaker>();
/** Unknown languages that the console has heard of. */
const unknown = new Set<string>();
let observer: MutationObserver | undefined;
let isTold = false;

/**
 * The language that an element speaks: its locale, or for `auto` the nearest `lang` and then the browser's languages. Each is
 * looked up: `pt-BR` finds `pt` (RFC 4647, section 3.4).
 *
 * @param table - the element's texts; default: the button's
 */
export function languageOf(
  speaker: Speaker,
  locale: string,
  fallback: string,
  table: object = captions,
): string {
  const isAuto = locale === 'auto';
  if (isAuto) followLang();
  const wanted = isAuto ? [nearestLang(speaker), ...navigator.languages] : [locale];
  const found = wanted.map((tag) => lookUp(tag, table)).find(Boolean);
  if (!found && locale && !isAuto) warnOf(locale.slice(0, LONGEST_TAG), table);
  return found ?? fallback;
}

/** Warns of a language that is still unknown when the page has loaded. Until then, a script may add it. */
function warnOf(locale: string, table: object): void {
  if (unknown.has(locale)) return;
  unknown.add(locale);
  const warn = (): void => {
    if (lookUp(locale, table)) return;
    sayOnce('warn', `locale="${locale}" is unknown. Known: ${Object.keys(table).join(' ')} auto`);
  };
  if (document.readyState === 'complete') setTimeout(warn);
  else addEventListener('load', warn, { once: true });
}

/** Adds a language, or replaces one. Buttons already in the page follow. */
export function registerCaptions(tag: string, translation: Captions): void {
  addLanguage(captions, tag, translation);
}

/** Adds a language to a table, or replaces one. Elements already in the page follow. */
export function addLanguage<Texts>(
  table: { en: Texts; [tag: string]: Texts | undefined },
  tag: string,
  translation: Texts,
): void {
  // An older translation lacks the newer texts.
  table[normalize(tag)] = { ...table.en, ...translation };
  refresh();
}

/** Call when a button enters the document. */
export function addSpeaker(button: Speaker): void {
  speakers.add(button);
}

/** Call when a button leaves the document; no reference to it remains. */
export function removeSpeaker(button: Speaker): void {
  speakers.delete(button);
  if (!speakers.size) stopFollowing();
}

/**
 * For a caller that observes the document itself: a page needs one observer only.
 *
 * @returns a function to call when a `lang` has changed
 */
export function tellOfLang(): () => void {
  isTold = true;
  stopFollowing();
  return refresh;
}

/** One observer serves all buttons; the first that follows `lang` starts it. */
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

/** Looks up the registered language that fits a tag (RFC 4647, section 3.4). */
export function lookUp(tag: string, table: object = captions): string | undefined {
  for (let range = normalize(tag); range; range = range.replace(/-?[^-]*$/, '')) {
    if (Object.hasOwn(table, range)) return range;
  }
  return undefined;
}

function normalize(tag: string): string {
  return tag.slice(0, LONGEST_TAG).toLowerCase();
}

/** The `lang` that applies to an element, through shadow roots. */
function nearestLang(element: Element): string {
  const holder = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return holder?.lang ?? (root instanceof ShadowRoot ? nearestLang(root.host) : '');
}
