import { CrmOAuthButton } from '../button/crm-oauth-button.js';
import { amocrmFace, kommoFace } from '../providers/kommo/face.js';
import { refusedAttributes } from './refused-attributes.js';

/** The vendors whose scripts this one replaces. */
export const FACES = { kommo: kommoFace, amocrm: amocrmFace };
/** The attributes that a button copies from its marker. */
export const ATTRIBUTES = CrmOAuthButton.observedAttributes.filter((name) => name.startsWith('data-'));

/**
 * Gives a button the attributes of its marker. It writes only what differs: each write has its price, and a page may have a
 * thousand markers.
 */
export function mirror(marker: HTMLElement, button: CrmOAuthButton): void {
  const read = (name: string): string => marker.getAttribute(name) ?? '';
  const provider = marker.matches(`.${kommoFace.markerClass}`) ? 'kommo' : 'amocrm';
  const { isColored, markerClass } = FACES[provider];
  const className = read('data-class-name');
  if (!button.hasAttribute('class') || className !== (button.getAttribute('data-class-name') ?? '')) {
    write(button, 'data-class-name', className || null);
    button.className = className || markerClass.replace('_', '-');
  }
  const ignored = [...refusedAttributes(marker)];
  // A colour alone asks for Kommo's older look; with a theme or a locale, the page means the current one.
  if (!isColored && (read('data-theme') || read('data-locale'))) ignored.push('data-color');
  for (const { name } of [...button.attributes, ...marker.attributes]) {
    if (ATTRIBUTES.includes(name))
      write(button, name, ignored.includes(name) ? null : marker.getAttribute(name));
  }
  if (provider !== button.provider) button.setAttribute('provider', provider);
  write(button, 'data-client_id', read('data-client-id'));
}

/** Compares the mirrored attributes only: the page may have changed others. */
export function isSetLike(one: Element, other: Element): boolean {
  return ['data-client_id', ...ATTRIBUTES].every(
    (name) => one.getAttribute(name) === other.getAttribute(name),
  );
}

function write(button: Element, name: string, value: string | null): void {
  if (value === null) button.removeAttribute(name);
  else if (value !== button.getAttribute(name)) button.setAttribute(name, value);
}
