const SHOWN = 2000;

/** Lets the buttons of the snippets copy them. */
export function enableCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const source = button.closest('.snippet')?.querySelector('pre');
    const [caption] = button.childNodes;
    if (!source || !caption) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const say = (text: string): void => {
        caption.textContent = text;
        setTimeout(() => (caption.textContent = 'Copy'), SHOWN);
      };
      navigator.clipboard.writeText(source.textContent).then(
        () => say('Copied'),
        () => say('Not copied'),
      );
    });
  }
}
