/** The languages that both elements bring themselves. */
export const OWN_LANGUAGES: readonly string[] = ['en', 'es', 'pt', 'id', 'ru'];

/** Every language of the package by tag, as the files in `src/locales` are named; theirs come after the elements' own. */
export const LANGUAGES: readonly string[] = [
  ...OWN_LANGUAGES,
  ...'ar bg bn ca cs da de el et fa fi fr he hi hr hu it ja ka kk ko lt lv ms nb nl pl pt-pt ro sk sl sr sr-latn sv th tr uk ur uz vi zh zh-hant'.split(
    ' ',
  ),
];

/** Whether a page has to add the language: an element does not bring it. */
export function isFurtherLanguage(tag: unknown): tag is string {
  return LANGUAGES.includes(String(tag)) && !OWN_LANGUAGES.includes(String(tag));
}

/** A language in its own words, such as `Deutsch (de)`; any other value as it is. */
export function languageName(tag: string): string {
  if (!LANGUAGES.includes(tag)) return tag;
  return `${new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag} (${tag})`;
}
