/** How one kind of button is made and changed, in the page. */
export interface Candidate {
  create(caption: string): HTMLElement;
  setCaption(button: HTMLElement, caption: string): void;
  setTheme(button: HTMLElement): void;
  /** What the buttons stand in. Default: `<main>`. */
  createHost?(): HTMLElement;
}
