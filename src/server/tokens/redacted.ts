/**
 * Base of objects that hold secrets: consoles, loggers and template strings get a name instead. Keep the secrets in `#private`
 * fields, so that nothing else can find them.
 *
 * `JSON.stringify()` counts as a logger, since many are made of it: such an object has a method of its own for storage.
 */
export abstract class Redacted {
  /** Names the object without its secrets. */
  abstract toString(): string;

  toJSON(): string {
    return this.toString();
  }

  /** `util.inspect()` and `console.log()` in Node and Bun. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** `console.log()` in Deno. */
  [Symbol.for('Deno.customInspect')](): string {
    return this.toString();
  }
}
