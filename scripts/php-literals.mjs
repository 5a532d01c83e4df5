// @ts-check
/** JavaScript values as PHP writes them. */

/**
 * Writes a value as PHP: objects and lists as arrays, regular expressions as patterns, absent fields not at all.
 *
 * @param {unknown} value
 * @param {number} depth - of the indentation, in steps of four spaces
 * @returns {string}
 */
export function php(value, depth = 0) {
  if (typeof value === 'string') return `'${value.replace(/'|\\(?=['\\]|$)/g, '\\$&')}'`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof RegExp) return php(pattern(value));
  if (typeof value !== 'object' || value === null) throw new Error(`${String(value)} has no form in PHP.`);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return `[${value.map((each) => php(each)).join(', ')}]`;
  }
  const lines = entries.map(([key, each]) => {
    // The hosts' patterns are anchored at both ends, whether they say so or not.
    const written =
      key === 'pattern' && each instanceof RegExp ? php(pattern(each, true)) : php(each, depth + 1);
    return `${'    '.repeat(depth + 1)}${Array.isArray(value) ? '' : `${php(key)} => `}${written},\n`;
  });
  return `[\n${lines.join('')}${'    '.repeat(depth)}]`;
}

/**
 * Writes a regular expression for PCRE. Only what means the same there is let through: classes, groups, repetitions, the escapes of
 * single characters, `\b`, and the flag `i`. A `$` is the very end, and `\w` and `\d` are ASCII, in every locale.
 *
 * @param {RegExp} regex
 * @param {boolean} isWhole - whether to anchor it at both ends
 */
export function pattern({ source, flags }, isWhole = false) {
  const known = (isWhole ? source.replace(/^\^/, '').replace(/(?<!\\)\$$/, '') : source)
    .replace(/\[[^\]]*\]/g, (set) => set.replaceAll('\\w', 'A-Za-z0-9_').replaceAll('\\d', '0-9'))
    .replaceAll('\\w', '[A-Za-z0-9_]')
    .replaceAll('\\d', '[0-9]')
    .replaceAll('~', '\\~');
  const bare = known.replace(/\[[^\]\\]*\]/g, '').replace(/\\[b./~-]/g, '');
  if (!/^[\w\s^$()|+*?{},:@/-]*$/.test(bare) || /\(\?(?!:)/.test(bare) || !/^i?$/.test(flags)) {
    throw new Error(`/${source}/${flags} may mean something else in PHP.`);
  }
  return `~${isWhole ? `^(?:${known})$` : known}~D${flags}`;
}
