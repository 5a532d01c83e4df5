import { readVectors } from '../vectors/read.js';

const { hostile } = readVectors('hosts');

/** Hosts that look like a good one, or lead somewhere else beside it, as far as JSON can say them. */
export function hostileTexts(good: string): unknown[] {
  return hostile.map((template) => hostOf(template, good));
}

/** The same, and what only JavaScript has. */
export const hostileTo = (good: string): readonly unknown[] => [
  undefined,
  { toString: () => good },
  new URL(`https://${good}`),
  ...hostileTexts(good),
];

function hostOf(template: unknown, good: string): unknown {
  if (typeof template === 'string') return template.replaceAll('{good}', () => good);
  if (Array.isArray(template)) return template.map((each) => hostOf(each, good));
  if (typeof template !== 'object' || template === null) return template;
  const { replace, replaceAll, before = '' } = template as Record<string, [string, string] & string>;
  if (replace) return before + good.replace(replace[0], replace[1]);
  return replaceAll ? good.replaceAll(replaceAll[0], replaceAll[1]) : good.toUpperCase();
}
