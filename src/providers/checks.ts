/**
 * Looks a value up in a table of a vendor's.
 *
 * @param option - the option's name, for the error
 * @throws TypeError for a key that the table does not have itself
 */
export function lookUp(option: string, table: Readonly<Record<string, string>>, key: string): string {
  if (Object.hasOwn(table, key)) return table[key] ?? '';
  throw new TypeError(`${option} must be ${Object.keys(table).join(', ')}, not "${key}".`);
}

/**
 * Checks an option that somebody may have typed.
 *
 * @param pattern - anchored
 * @param example - for the error
 * @throws TypeError for a text that does not match
 */
export function matching(
  option: string,
  value: string | undefined,
  pattern: RegExp,
  example: string,
): string {
  if (value && pattern.test(value)) return value;
  throw new TypeError(`${option} must be such as "${example}", not "${value ?? ''}".`);
}
