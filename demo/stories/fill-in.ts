/** Values for the placeholders of a story. */
export interface Values {
  /** `{{site}}`: the demo's own address. */
  site: string;
  /** `{{sandbox}}`: the sandbox's address. */
  sandbox: string;
  /** `{{state}}`: a new one for each place. Default: an ellipsis, for snippets. */
  state?: () => string;
}

/** Puts values into a story's markup or script. None of them holds a character that would need escaping. */
export function fillIn(text: string, { site, sandbox, state = () => '…' }: Values): string {
  return text
    .replaceAll('{{site}}', site)
    .replaceAll('{{sandbox}}', sandbox)
    .replaceAll('{{state}}', () => state());
}
