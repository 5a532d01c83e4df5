/** A name that has `secret` in it. `secrets-uri` is none: it is an address, and public. */
const NAME = String.raw`\b[\w-]*secret(?!s?[-_]?uri)[\w-]*`;

/** What no page may hold: whoever opens the page could act as the site. */
const SECRETS: readonly RegExp[] = [
  // A client secret of Kommo's, alone in the text or in the middle of it. A hash has its algorithm in front.
  /(?<![\w+/-]|sha\d+:)[A-Za-z0-9]{64}(?![\w+/=-])/,
  // A long-lived token, or any other signed one: a JSON Web Token (RFC 7519).
  /\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/,
  // A value behind such a name: an attribute or a property with a literal, or a parameter of a URL.
  new RegExp(String.raw`${NAME}["'\]]?\s*[=:]\s*(["'\`])[^"'\`]*\w[^"'\`]*\1`, 'i'),
  new RegExp(String.raw`(?:^|[?&])${NAME}=\w`, 'i'),
];

/**
 * Finds what looks like a secret: a client secret, a long-lived token, or a value that a name calls one.
 *
 * @param text - a value, or a page's code
 * @returns the piece that looks so; `undefined` if nothing does
 */
export function findSecret(text: string): string | undefined {
  for (const pattern of SECRETS) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return undefined;
}
