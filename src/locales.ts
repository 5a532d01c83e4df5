import { byTag } from './button/language/by-tag.js';
import type { Captions } from './button/language/captions.js';
import * as all from './locales/all.js';

export * from './locales/all.js';

/**
 * Every language that the button does not bring itself, by language tag (BCP 47) in lower case. Tags by which a language is
 * known as well have rows of their own.
 */
export const locales: Readonly<Record<string, Captions>> = /* @__PURE__ */ byTag(all);
