/** An element with each of its attributes on a line of its own. */
export function tag(name: string, attributes: readonly string[], isVoid = false): string {
  const end = isVoid ? '/>' : `></${name}>`;
  return `<${name}\n${attributes.map((attribute) => `  ${attribute}\n`).join('')}${end}`;
}

/** Lines, each moved to the right. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
