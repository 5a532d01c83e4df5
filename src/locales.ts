import type { Captions } from './button/language/captions.js';
import * as all from './locales/all.js';

export * from './locales/all.js';

/** Further tags of languages in the list, so that `zh-TW` does not end at the simplified characters of `zh`. */
const ALIASES: Readonly<Record<string, keyof typeof all>> = {
  iw: 'he',
  nn: 'nb',
  no: 'nb',
  'zh-hk': 'zhHant',
  'zh-mo': 'zhHant',
  'zh-tw': 'zhHant',
};

/**
 * Every language that the button does not bring itself, by language tag (BCP 47) in lower case. Tags by which a language is
 * known as well have rows of their own.
 */
export const locales: Readonly<Record<string, Captions>> = /* @__PURE__ */ Object.fromEntries([
  ...Object.entries(all).map(([name, captions]) => [tagOf(name), captions] as const),
  ...Object.entries(ALIASES).map(([tag, name]) => [tag, all[name]] as const),
]);

/** `pt-pt` for `ptPt`. */
function tagOf(name: string): string {
  return name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
}
