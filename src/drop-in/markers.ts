import { sayOnce } from '../button/console.js';
import { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { tellOfLang } from '../button/language/language.js';
import { amocrmFace, kommoFace } from '../providers/kommo/face.js';
import { missingFrom } from '../providers/kommo/request.js';
import { own } from '../providers/own.js';
import { refusedAttributes } from './refused-attributes.js';

/** The vendors’ scripts that this one stands in for. */
const FACES = { kommo: kommoFace, amocrm: amocrmFace };
const CLASSES = Object.values(FACES).map(({ markerClass }) => `.${markerClass}`);
/** A page may well give the button the marker's class. A form is none: its fields hide its properties by their names. */
const MARKERS = `:is(${CLASSES.join()}):not(crm-oauth-button, form)`;
/** The methods themselves, for what may be a form. */
const ELEMENT = Element.prototype as Pick<Element, 'matches'> & {
  querySelectorAll: (selectors: string) => NodeListOf<HTMLElement>;
};
/** What a button takes over from its marker. */
const ATTRIBUTES = CrmOAuthButton.observedAttributes.filter((name) => name.startsWith('data-'));

const buttons = new WeakMap<HTMLElement, CrmOAuthButton>();
/** A button's marker. No markup can write it, no clone has it, and other copies of the script find it. */
const MARKER = Symbol.for('crm-oauth-button.marker');

/**
 * Gives each marker in the document its button, right before it, and keeps the two in step: markers may be there
 * already, come later, change, move and go.
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
      // An element, by what it can, not by its class: it may come from the document of a frame.
      if ('matches' in node) placeAll(node as HTMLElement);
    }
  }
}

/** Markers came, moved or went: their buttons do the same. A container that goes takes both along. */
function placeAll(root: HTMLElement): void {
  for (const marker of [root, ...ELEMENT.querySelectorAll.call(root, MARKERS)]) {
    const button = follow(marker);
    if (button && marker.previousElementSibling !== button) marker.before(button);
  }
}

/** Brings the button up to date, where the element is a marker with enough data to have one. */
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
  const { clientId, name, redirect_uri: redirectUri, secrets_uri: secretsUri } = own(marker.dataset);
  const missing = missingFrom({ clientId, name, redirectUri, secretsUri });
  if (missing) {
    // An element that merely has the class is none of our business.
    if (marker.localName === 'script' || Object.values(marker.dataset).some(Boolean))
      sayOnce('error', missing);
    return undefined;
  }
  const before = marker.previousElementSibling;
  const owner: unknown = before && Reflect.get(before, MARKER);
  const button = owner === marker ? (before as CrmOAuthButton) : document.createElement('crm-oauth-button');
  mirror(marker, button);
  buttons.set(marker, button);
  Reflect.set(button, MARKER, marker);
  // What the page has changed in the very task of the click counts as well.
  button.addEventListener('click', () => mirror(marker, button), true);
  button.addEventListener('crm-oauth-error', ({ error }) => {
    if (error.kind === 'provider') marker.dataset.error = error.code;
  });
  if (button === before) return button;
  // In a clone of a part of the page the marker has a button already, set like this one, which takes its place. None is
  // taken over: it may be a stranger's.
  if (before && !owner && isSetLike(before, button)) before.remove();
  marker.before(button);
  return button;
}

/** By what is mirrored: a page may have changed the rest of its button. */
function isSetLike(one: Element, other: Element): boolean {
  return ['data-client_id', ...ATTRIBUTES].every(
    (name) => one.getAttribute(name) === other.getAttribute(name),
  );
}

function mirror(marker: HTMLElement, button: CrmOAuthButton): void {
  const { className = '', clientId = '', theme, locale } = own(marker.dataset);
  const provider = marker.matches(`.${kommoFace.markerClass}`) ? 'kommo' : 'amocrm';
  const { isColored, markerClass } = FACES[provider];
  const refused = refusedAttributes(marker);
  if (className !== button.dataset.className) {
    button.dataset.className = className;
    button.className = className || markerClass.replace('_', '-');
  }
  for (const name of ATTRIBUTES) {
    // Kommo's older look is asked for by a colour alone: with a theme or a locale, the page means the current one.
    const isStale = name === 'data-color' && !isColored && (theme || locale);
    const value = isStale || refused.includes(name) ? null : marker.getAttribute(name);
    if (value === null) button.removeAttribute(name);
    else if (value !== button.getAttribute(name)) button.setAttribute(name, value);
  }
  if (provider !== button.provider) button.setAttribute('provider', provider);
  button.setAttribute('data-client_id', clientId);
}
