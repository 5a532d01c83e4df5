/** What must not be read over a shoulder, or from a screenshot. */
const SECRET =
  /^(code|state|client_secret|codeVerifier|code_verifier|access_token|refresh_token|authorizationCode|jwt)$/;

/** A copy of a payload in which codes, states and secrets are cut to their beginning, those inside URLs too. */
export function shorten(value: unknown, name = ''): unknown {
  if (typeof value === 'string') {
    if (SECRET.test(name)) return cut(value);
    return value.replace(
      /([?&](?:code|state|code_challenge|code_verifier)=)([^&#]+)/g,
      (_, start: string, secret: string) => start + cut(secret),
    );
  }
  if (Array.isArray(value)) return value.map((item) => shorten(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shorten(item, key)]));
}

function cut(text: string): string {
  return text.length > 4 ? `${text.slice(0, 4)}…` : text;
}
