/**
 * A field of what somebody sent, whatever that is.
 *
 * @returns `undefined` where it was not sent: what a polluted `Object.prototype` holds was not
 */
export function ownField(sent: unknown, name: string): unknown {
  const fields = Object(sent) as Record<string, unknown>;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
