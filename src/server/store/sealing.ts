import { decrypt, digest, encrypt, fromBase64, importKey } from '../crypto.js';

/** 32 random bytes, or the same in base64: `openssl rand -base64 32`. */
export type SealingKey = string | Uint8Array<ArrayBuffer>;

/** Settings of a store that outlives the process. */
export interface SealingOptions {
  /**
   * Keys for tokens, secrets and code verifiers at rest (AES-256-GCM). The first one seals, and every one opens: to change the key,
   * put a new one in front, and take the old one away once all rows were written anew. Rows from before there was a key are read as
   * they are. Default: none, and whoever reads the database can use the tokens; the console says so once.
   */
  readonly keys?: readonly SealingKey[] | undefined;
}

interface Key {
  /** Names the key in front of what it has sealed. It tells nothing about the key. */
  readonly id: string;
  readonly key: CryptoKey;
}

const SEALED = /^sealed:([\w-]{8}):([\w-]+)$/;

let isTold = false;

/** Seals what must not be read by whoever gets hold of a database, its backups included. */
export class Sealing {
  readonly #keys: Promise<readonly Key[]>;

  /** @throws TypeError for a key that has not 32 bytes */
  constructor({ keys = [] }: SealingOptions) {
    this.#keys = Promise.all(keys.map(bytesOf).map(toKey));
    if (keys.length > 0 || isTold) return;
    isTold = true;
    console.warn(
      'crm-oauth-button: the store keeps tokens and secrets as they are. Give it keys: [process.env.CRM_KEY], made with `openssl rand -base64 32`.',
    );
  }

  /**
   * Seals a text.
   *
   * @param context - the row that it belongs to: moved to another one, it does not open
   */
  async seal(text: string, context: readonly string[]): Promise<string> {
    const [first] = await this.#keys;
    if (!first) return text;
    return `sealed:${first.id}:${await encrypt(first.key, text, JSON.stringify(context))}`;
  }

  /**
   * Opens what `seal()` gave.
   *
   * @throws Error if no key fits, or the text was changed, or moved here from another row
   */
  async open(text: string, context: readonly string[]): Promise<string> {
    const [, id, sealed] = SEALED.exec(text) ?? [];
    if (!id || !sealed) return text;
    const found = (await this.#keys).find((key) => key.id === id);
    if (!found) throw new Error(`A row was sealed with a key that is not among keys (${id}).`);
    return decrypt(found.key, sealed, JSON.stringify(context)).catch(() => {
      throw new Error('A sealed row does not open: it was changed, or moved here from another row.');
    });
  }
}

function bytesOf(key: SealingKey): Uint8Array<ArrayBuffer> {
  const bytes = typeof key === 'string' ? decode(key) : key;
  if (bytes?.length === 32) return bytes;
  throw new TypeError(
    'Each of keys has to be 32 random bytes, or the same in base64: openssl rand -base64 32',
  );
}

function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return fromBase64(text);
  } catch {
    return undefined;
  }
}

async function toKey(bytes: Uint8Array<ArrayBuffer>): Promise<Key> {
  const id = await digest(String.fromCharCode(...bytes));
  return { id: id.slice(0, 8), key: await importKey(bytes) };
}
