/** Further tags of languages, so that `zh-TW` does not end at the simplified characters of `zh`. */
const ALIASES = {
  iw: 'he',
  nn: 'nb',
  no: 'nb',
  'zh-hk': 'zhHant',
  'zh-mo': 'zhHant',
  'zh-tw': 'zhHant',
} as const;

type Name = (typeof ALIASES)[keyof typeof ALIASES];

/**
 * The texts of a module by language tag (BCP 47) in lower case, from the names of its exports. Tags by which a language is known
 * as well have rows of their own.
 */
export function byTag<Texts>(
  all: Readonly<Record<string, Texts> & Record<Name, Texts>>,
): Record<string, Texts> {
  return Object.fromEntries([
    ...Object.entries<Texts>(all).map(([name, texts]) => [tagOf(name), texts] as const),
    ...Object.entries(ALIASES).map(([tag, name]) => [tag, all[name]] as const),
  ]);
}

/** `pt-pt` for `ptPt`. */
function tagOf(name: string): string {
  return name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
}
