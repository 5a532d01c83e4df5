import type { CrmOAuthButton } from '../../src/element.js';

/** An existing part of the button's shadow root. */
export function inside(button: CrmOAuthButton, selector: string): HTMLElement {
  return button.shadowRoot!.querySelector<HTMLElement>(selector)!;
}

/** Whether the button's shadow root has this part, and shows it. */
export function shows(button: CrmOAuthButton, selector: string): boolean {
  const part = button.shadowRoot!.querySelector<HTMLElement>(selector);
  return Boolean(part?.offsetWidth);
}

/** The text of the line below the button, and its actions. */
export function line(button: CrmOAuthButton): string {
  const status = button.shadowRoot!.querySelector('.status');
  return [...(status?.childNodes ?? [])]
    .filter(isShown)
    .map((part) => part.textContent)
    .join(' | ');
}

/** Whether a node can be seen or heard: Lit marks its positions with comments. */
export function isShown({ nodeType }: Node): boolean {
  return nodeType !== Node.COMMENT_NODE;
}
