/**
 * What consoles, loggers and template strings get instead of an object that holds secrets. Together with `#private`
 * fields, so that there is nothing else to find.
 *
 * `JSON.stringify()` counts as a logger, as many are made of it: such an object has a method of its own for storage.
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
