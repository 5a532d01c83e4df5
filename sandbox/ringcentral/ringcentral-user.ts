/** A user of RingCentral, as one can sign in on the consent page. */
export interface RingCentralUser {
  /** Numeric id of the extension; the token response has it as `owner_id`. */
  id: number;
  name: string;
  /** The company's number, `+16505550100`. */
  mainNumber: string;
  /** `101`. */
  extensionNumber: string;
  /** The JWT credential with which a client signs this user in. Default: none. */
  jwt?: string;
}

/** The users of a sandbox that was started without any of its own. */
export const DEFAULT_USERS: readonly RingCentralUser[] = [
  {
    id: 62000101,
    name: 'Ada Reyes',
    mainNumber: '+16505550100',
    extensionNumber: '101',
    jwt: 'sandbox.jwt.credential',
  },
  { id: 62000102, name: 'Ben Ode', mainNumber: '+16505550100', extensionNumber: '102' },
];
