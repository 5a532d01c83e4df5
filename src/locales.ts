import type { Captions } from './button/language/captions.js';
import { ar } from './locales/ar.js';
import { bg } from './locales/bg.js';
import { bn } from './locales/bn.js';
import { ca } from './locales/ca.js';
import { cs } from './locales/cs.js';
import { da } from './locales/da.js';
import { de } from './locales/de.js';
import { el } from './locales/el.js';
import { et } from './locales/et.js';
import { fa } from './locales/fa.js';
import { fi } from './locales/fi.js';
import { fr } from './locales/fr.js';
import { he } from './locales/he.js';
import { hi } from './locales/hi.js';
import { hr } from './locales/hr.js';
import { hu } from './locales/hu.js';
import { it } from './locales/it.js';
import { ja } from './locales/ja.js';
import { ka } from './locales/ka.js';
import { kk } from './locales/kk.js';
import { ko } from './locales/ko.js';
import { lt } from './locales/lt.js';
import { lv } from './locales/lv.js';
import { ms } from './locales/ms.js';
import { nb } from './locales/nb.js';
import { nl } from './locales/nl.js';
import { pl } from './locales/pl.js';
import { ptPt } from './locales/pt-pt.js';
import { ro } from './locales/ro.js';
import { sk } from './locales/sk.js';
import { sl } from './locales/sl.js';
import { sr } from './locales/sr.js';
import { srLatn } from './locales/sr-latn.js';
import { sv } from './locales/sv.js';
import { th } from './locales/th.js';
import { tr } from './locales/tr.js';
import { uk } from './locales/uk.js';
import { ur } from './locales/ur.js';
import { uz } from './locales/uz.js';
import { vi } from './locales/vi.js';
import { zh } from './locales/zh.js';
import { zhHant } from './locales/zh-hant.js';

export {
  ar,
  bg,
  bn,
  ca,
  cs,
  da,
  de,
  el,
  et,
  fa,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  it,
  ja,
  ka,
  kk,
  ko,
  lt,
  lv,
  ms,
  nb,
  nl,
  pl,
  ptPt,
  ro,
  sk,
  sl,
  sr,
  srLatn,
  sv,
  th,
  tr,
  uk,
  ur,
  uz,
  vi,
  zh,
  zhHant,
};

/**
 * Every language that the button does not bring itself, by language tag (BCP 47) in lower case. Tags by which a language
 * is known as well have rows of their own, so that `zh-TW` does not end at the simplified characters of `zh`.
 */
export const locales: Readonly<Record<string, Captions>> = {
  ar,
  bg,
  bn,
  ca,
  cs,
  da,
  de,
  el,
  et,
  fa,
  fi,
  fr,
  he,
  hi,
  hr,
  hu,
  it,
  ja,
  ka,
  kk,
  ko,
  lt,
  lv,
  ms,
  nb,
  nl,
  pl,
  'pt-pt': ptPt,
  ro,
  sk,
  sl,
  sr,
  'sr-latn': srLatn,
  sv,
  th,
  tr,
  uk,
  ur,
  uz,
  vi,
  zh,
  'zh-hant': zhHant,

  iw: he,
  nn: nb,
  no: nb,
  'zh-hk': zhHant,
  'zh-mo': zhHant,
  'zh-tw': zhHant,
};
