/** What the button shows. */
export interface Look {
  /** Classes of the inner button: size, theme or colour. */
  readonly className: string;
  readonly caption: string;
  readonly logo: { readonly path: string; readonly stroke: string };
  readonly disabled: boolean;
  readonly busy: boolean;
}

/** Builds the inside of the button, once; a template engine would weigh more than all of this package. */
export function createView(root: Node, onClick: () => void): (look: Look) => void {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  const caption = element('slot', {});
  const button = element(
    'button',
    { type: 'button', part: 'button', onclick: onClick },
    element('span', { part: 'logo', className: 'logo' }, element('slot', { name: 'logo' }, svg)),
    element('span', { part: 'caption', className: 'caption' }, caption),
  );
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  svg.append(path);
  root.appendChild(button);

  return (look) => {
    button.className = look.className;
    button.disabled = look.disabled;
    button.ariaBusy = String(look.busy);
    caption.textContent = look.caption;
    path.setAttribute('d', look.logo.path);
    path.setAttribute('stroke-width', look.logo.stroke);
  };
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: object,
  ...children: Node[]
): HTMLElementTagNameMap[Name] {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}
