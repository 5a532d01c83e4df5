import { element } from './element.js';
import { isImage } from './is-image.js';
import type { Look } from './look.js';
import { type Actions, createMessage, type Message } from './message.js';

let template: HTMLButtonElement | undefined;
/** One of each mark, for copies: to read a path for each button takes time. */
const marks = new Map<string, HTMLElement>();

/**
 * Builds the inside of the button, or takes over what the server has rendered; a template engine would weigh more than
 * all of this package.
 *
 * @returns what draws the button anew
 */
export function createView(root: Node & ParentNode, actions: Actions): (look: Look) => void {
  template ??= createTemplate();
  const fresh = template.cloneNode(true) as HTMLButtonElement;
  const rendered = root.querySelector('button');
  if (rendered) {
    // It stays, since the visitor may have the focus on it; what is in it and around it is drawn anew.
    rendered.replaceChildren(...fresh.children);
    for (const node of [...root.children]) if (node !== rendered) node.remove();
  }
  const button = rendered ?? root.appendChild(fresh);
  const logo = button.firstElementChild as HTMLSlotElement;
  const caption = logo.nextElementSibling as HTMLElement;
  const text = caption.firstChild as Text;
  const slot = text.nextSibling as HTMLSlotElement;
  let shown: Partial<Look> = {};
  let dot: HTMLElement | undefined;
  let status: HTMLElement | undefined;
  let said = '';

  const createStatus = (): HTMLElement =>
    (status ??= root.appendChild(
      element('span', { role: 'status', part: 'status', className: 'status', dir: 'auto' }),
    ));
  const drawMessage = (message: Message): void => {
    const content = createMessage(message, actions);
    if (!status && !content.length) return;
    createStatus().replaceChildren(...content);
    createStatus().lang = message.language;
  };
  const drawCaption = (caption = ''): void => {
    text.data = slot.assignedNodes().some(isContent) ? '' : caption;
  };
  button.onclick = actions.click;
  // Before it has anything to say, or assistive technology would miss it.
  button.onfocus = createStatus;
  slot.onslotchange = () => drawCaption(shown.caption);

  return (look) => {
    const { isBusy, hasDot, message } = look;
    // What did not change is not written: browsers do not compare.
    const changed = (key: keyof Look): boolean => look[key] !== shown[key];
    if (changed('className')) button.className = `button ${look.className}`;
    if (changed('isDisabled')) button.disabled = look.isDisabled;
    if (changed('isBusy')) button.ariaDisabled = button.ariaBusy = isBusy ? 'true' : null;
    if (changed('description')) button.ariaDescription = look.description;
    if (changed('caption')) drawCaption(look.caption);
    if (changed('lang')) setLang(button, look.lang);
    if (changed('logo')) logo.replaceChildren(createLogo(look.logo));
    if (hasDot) dot ??= button.appendChild(element('span', { part: 'dot', className: 'dot' }));
    if (dot) dot.hidden = !hasDot;
    // The visitor may have the focus in it.
    const saying = [message.status, message.language, message.account, message.url].join();
    if (saying !== said) drawMessage(message);
    said = saying;
    shown = look;
  };
}

function createTemplate(): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', part: 'button' },
    element('slot', { name: 'logo', part: 'logo', className: 'logo', ariaHidden: 'true' }),
    element('span', { part: 'caption', className: 'caption', dir: 'auto' }, ' ', element('slot', {})),
  );
}

function createLogo(logo: string): Node {
  if (isImage(logo)) return element('img', { src: logo, alt: '' });
  let mark = marks.get(logo);
  if (!mark) {
    mark = element('span', { className: 'mark' });
    mark.style.clipPath = `path("${logo}")`;
    marks.set(logo, mark);
  }
  return mark.cloneNode();
}

function setLang(target: HTMLElement, lang: string): void {
  if (lang) target.lang = lang;
  else target.removeAttribute('lang');
}

/** Markup is full of white space between tags, and none of it is a caption. */
function isContent(node: Node): boolean {
  return node instanceof Element || Boolean(node.textContent?.trim());
}
