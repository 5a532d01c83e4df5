/** How the sandbox acts towards the pages and servers that talk to it. */
export interface Behaviour {
  /**
   * Who answers an authorization request. `ask` shows the consent page and waits for the person, `allow` and `deny`
   * answer at once (`allow` for the first account), `hang` shows a page that never answers. Default `ask`.
   */
  answer: 'ask' | 'allow' | 'deny' | 'hang';
  /** Milliseconds before each response of the authorization endpoint, at most 60,000. Default 0. */
  delay: number;
  /** Value of the `Cross-Origin-Opener-Policy` header on every page of the authorization endpoint. Default: none sent. */
  coop: string | undefined;
  /** The `state` put into the authorization response: the one received, another one, or none. Default `same`. */
  state: 'same' | 'wrong' | 'missing';
  /**
   * RingCentral: the `iss` put into the authorization response (RFC 9207): none, the URL of the authorization server, or
   * another one. Default `missing`, as RingCentral has it.
   */
  iss: 'missing' | 'same' | 'wrong';
  /**
   * The hosts that an answer of the catalogue's CRMs names, in the authorization response and in the token response: the
   * vendor's, or `evil.example` for each, as somebody would put there who wants the secret or the tokens. It counts for Zoho,
   * Pipedrive, Salesforce and Bitrix24. Default `same`.
   */
  host: 'same' | 'hostile';
  /**
   * `other` moves the consent window from `localhost` to `127.0.0.1`, so that the answer comes from an origin which
   * the button did not open. Default `same`.
   */
  origin: 'same' | 'other';
  /** Metadata flow: whether the secrets are delivered before (`true`) or after the browser is redirected. Default `true`. */
  secretsFirst: boolean;
  /**
   * The state of every account. `blocked` is one whose paid or trial period has ended: no token is refreshed. Kommo's and
   * amoCRM's API and token endpoint answer 402, as their documents have it for such an account, and the others' token endpoint
   * `invalid_grant` (RFC 6749, section 5.2). The tokens stay as they are, for when the account is `active` again. Default `active`.
   *
   * @see https://developers.kommo.com/docs/http-codes
   */
  account: 'active' | 'blocked';
  /** Drop every connection without a response, except those to `/sandbox/behaviour`. Default `false`. */
  offline: boolean;
}

export const DEFAULT_BEHAVIOUR: Readonly<Behaviour> = {
  answer: 'ask',
  delay: 0,
  coop: undefined,
  state: 'same',
  iss: 'missing',
  host: 'same',
  origin: 'same',
  secretsFirst: true,
  account: 'active',
  offline: false,
};

interface Rule {
  expected: string;
  accepts(value: unknown): boolean;
}

const oneOf = (...values: string[]): Rule => ({
  expected: `one of ${values.join(', ')}`,
  accepts: (value) => typeof value === 'string' && values.includes(value),
});

const boolean: Rule = {
  expected: 'true or false',
  accepts: (value) => typeof value === 'boolean',
};

const RULES: Record<keyof Behaviour, Rule> = {
  answer: oneOf('ask', 'allow', 'deny', 'hang'),
  delay: {
    expected: 'a whole number of milliseconds from 0 to 60000',
    accepts: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 60_000,
  },
  coop: {
    expected: 'a header value, or null for none',
    accepts: (value) =>
      value === undefined || (typeof value === 'string' && /^[\x21-\x7e][\x20-\x7e]*$/.test(value)),
  },
  state: oneOf('same', 'wrong', 'missing'),
  iss: oneOf('missing', 'same', 'wrong'),
  host: oneOf('same', 'hostile'),
  origin: oneOf('same', 'other'),
  secretsFirst: boolean,
  account: oneOf('active', 'blocked'),
  offline: boolean,
};

/**
 * Checks a change of behaviour that came from outside. `coop: null` means none, as JSON has no `undefined`.
 *
 * @throws {TypeError} for anything but an object, for an unknown name, and for a value out of range.
 */
export function parseBehaviour(value: unknown): Partial<Behaviour> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('The behaviour must be an object.');
  }
  const entries = Object.entries(value).map(([name, given]: [string, unknown]) => {
    if (!Object.hasOwn(RULES, name)) {
      throw new TypeError(`Unknown behaviour "${name}". Known: ${Object.keys(RULES).join(', ')}.`);
    }
    const rule = RULES[name as keyof Behaviour];
    const meant = name === 'coop' ? (given ?? undefined) : given;
    if (!rule.accepts(meant)) throw new TypeError(`The behaviour "${name}" must be ${rule.expected}.`);
    return [name, meant] as const;
  });
  return Object.fromEntries(entries);
}
