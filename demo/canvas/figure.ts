/** A button, and a caption that can be pressed. */
export interface ButtonFigure {
  readonly figure: HTMLElement;
  readonly button: HTMLElementTagNameMap['crm-oauth-button'];
  readonly chooser: HTMLButtonElement;
}

/** Makes a figure with a button in it. The element has to be defined. */
export function createFigure(caption: string, onChoose: () => void): ButtonFigure {
  const chooser = Object.assign(document.createElement('button'), {
    type: 'button' as const,
    textContent: caption,
  });
  chooser.addEventListener('click', onChoose);
  const text = document.createElement('figcaption');
  text.append(chooser);
  const button = document.createElement('crm-oauth-button');
  const figure = document.createElement('figure');
  figure.append(button, text);
  return { figure, button, chooser };
}
