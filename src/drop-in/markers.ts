import { sayOnce } from '../button/console.js';
import type { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { tellOfLang } from '../button/language/language.js';
import { ofDocument } from '../consent/platform.js';
import { missingFrom } from '../providers/kommo/request.js';
import { ATTRIBUTES, FACES, isSetLike, mirror } from './mirror.js';

const CLASSES = Object.values(FACES).map(({ markerClass }) => `.${markerClass}`);
/** Not the button itself, to which a page may give the marker's class; nor a form, whose fields hide its properties. */
const MARKERS = `:is(${CLASSES.join()}):not(crm-oauth-button, form)`;
/** The methods as the prototype has them, since the element may be a form. */
const ELEMENT = Element.prototype as Pick<Element, 'matches'> & {
  querySelectorAll: (selectors: string) => NodeListOf<HTMLElement>;
};
/** Of these, a marker needs the first or all others. */
const NEEDED = ['data-client-id', 'data-name', 'data-redirect_uri', 'data-secrets_uri'];

const buttons = new WeakMap<HTMLElement, CrmOAuthButton>();
/** Links a button to its marker. Markup cannot forge it, clones lack it, and other copies of the script find it. */
const MARKER = Symbol.for('crm-oauth-button.marker');

/**
 * Puts a button before each marker in the document, or at the top of the body for one in the head, and keeps the two in step,
 * as markers appear, change, move and go.
 */
export function followMarkers(): void {
  const langChanged = tellOfLang();
  new MutationObserver((records) => {
    update(records);
    if (records.some(({ attributeName }) => attributeName === 'lang')) langChanged();
  }).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['class', 'lang', 'data-class-name', ...ATTRIBUTES],
  });
  placeAll(document.documentElement);
}

function update(records: readonly MutationRecord[]): void {
  for (const { type, target, addedNodes, removedNodes } of records) {
    if (type === 'attributes') follow(target as HTMLElement);
    for (const node of [...removedNodes, ...addedNodes]) {
      // Duck-typed: an element from a frame's document is no instance of this realm's classes.
      if (!('matches' in node)) continue;
      // The head's markers wait for a body, and go along when another one takes its place.
      placeAll((node === ofDocument('body') ? node.parentElement : node) as HTMLElement);
    }
  }
}

/** Makes the buttons follow markers that came, moved or went. A container that goes takes both along. */
function placeAll(root: HTMLElement): void {
  for (const marker of [root, ...ELEMENT.querySelectorAll.call(root, MARKERS)]) {
    const isNew = !buttons.has(marker);
    const button = follow(marker);
    // A new one is at its place.
    const place = button && !isNew && placeOf(marker);
    if (place) put(button, place);
  }
}

/** Updates the button of an element, if that is a marker with enough data to have one. */
function follow(marker: HTMLElement): CrmOAuthButton | undefined {
  const button = buttons.get(marker);
  if (ELEMENT.matches.call(marker, MARKERS) && marker.isConnected) {
    if (!button) return create(marker);
    mirror(marker, button);
    return button;
  }
  if (button?.isConnected) button.remove();
  return undefined;
}

function create(marker: HTMLElement): CrmOAuthButton | undefined {
  const [clientId, name, redirectUri, secretsUri] = NEEDED.map((name) => marker.getAttribute(name) ?? '');
  const missing = missingFrom({ clientId, name, redirectUri, secretsUri });
  if (missing) {
    // An element may have the class for reasons of its own.
    if (marker.localName === 'script' || Object.values(marker.dataset).some(Boolean))
      sayOnce('error', missing);
    return undefined;
  }
  const place = placeOf(marker);
  if (!place) return undefined;
  const [standing] = place;
  const button =
    ownerOf(standing) === marker ? (standing as CrmOAuthButton) : document.createElement('crm-oauth-button');
  mirror(marker, button);
  buttons.set(marker, button);
  Reflect.set(button, MARKER, marker);
  // The page may have changed the marker in this very task.
  button.addEventListener('click', () => mirror(marker, button), true);
  button.addEventListener('crm-oauth-error', ({ error }) => {
    if (error.kind === 'provider') marker.dataset.error = error.code;
  });
  put(button, place);
  return button;
}

/** Where a marker's button belongs: what stands there now, and the way to put it there. */
type Place = readonly [standing: Element | null, insert: (button: Element) => void];

/**
 * Right before the marker. In the head nothing is drawn, so the buttons of its markers open the body, in the same order.
 *
 * @returns nothing for a marker in the head of a page that has no body, or none yet
 */
function placeOf(marker: HTMLElement): Place | undefined {
  if (!marker.closest('head')) return [marker.previousElementSibling, (button) => marker.before(button)];
  const body = ofDocument('body') as HTMLElement | null;
  if (body?.localName !== 'body') return undefined;
  sayOnce(
    'warn',
    'A tag in <head> has its button at the top of <body>: put the tag where the button belongs.',
  );
  const last = [...body.children].findLast(
    (child) => ownerOf(child)?.compareDocumentPosition(marker) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return last
    ? [last.nextElementSibling, (button) => last.after(button)]
    : [body.firstElementChild, (button) => body.prepend(button)];
}

/** The marker that a button belongs to. */
function ownerOf(button: Element | null): HTMLElement | undefined {
  return (button as { [MARKER]?: HTMLElement } | null)?.[MARKER];
}

function put(button: CrmOAuthButton, [standing, insert]: Place): void {
  if (standing === button) return;
  // A clone of a part of the page has a button already, with the same settings: replace it. Never adopt it, since anybody may
  // have made it.
  if (standing && !ownerOf(standing) && isSetLike(standing, button)) standing.remove();
  insert(button);
}
