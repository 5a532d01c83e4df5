/** Creates and changes one kind of button in the page. */
export interface Candidate {
  create(caption: string): HTMLElement;
  setCaption(button: HTMLElement, caption: string): void;
  setTheme(button: HTMLElement): void;
  /** Creates the container of the buttons. Default: `<main>`. */
  createHost?(): HTMLElement;
}
