import { element } from './element.js';

/** What the button shows. */
export interface Look {
  /** Size, theme or colour. */
  readonly className: string;
  readonly caption: string;
  readonly logo: { readonly path: string; readonly stroke: string };
  readonly disabled: boolean;
  readonly busy: boolean;
  /** What stands below the button. */
  readonly message: readonly (string | HTMLElement)[] | undefined;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Builds the inside of the button, once; a template engine would weigh more than all of this package. */
export function createView(root: Node, onClick: () => void): (look: Look) => void {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  const caption = element('slot', {});
  const button = element(
    'button',
    { type: 'button', part: 'button', onclick: onClick },
    element('span', { part: 'logo', className: 'logo' }, element('slot', { name: 'logo' }, svg)),
    element('span', { part: 'caption', className: 'caption' }, caption),
  );
  let status: HTMLElement | undefined;
  let shown: Look['message'];
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  svg.append(path);
  root.appendChild(button);

  return ({ className, caption: text, logo, disabled, busy, message }) => {
    button.className = `button ${className}`;
    button.disabled = disabled;
    button.ariaBusy = String(busy);
    caption.textContent = text;
    path.setAttribute('d', logo.path);
    path.setAttribute('stroke-width', logo.stroke);
    if (!message || message === shown) return;
    status ??= root.appendChild(element('span', { role: 'status', part: 'status', className: 'status' }));
    status.replaceChildren(...message);
    shown = message;
  };
}
