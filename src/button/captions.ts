/** Captions by language; `{crm}` stands for the CRM's name. */
export const captions = {
  en: 'Continue with {crm}',
  es: 'Continuar con {crm}',
  id: 'Lanjutkan dengan {crm}',
  pt: 'Continuar com {crm}',
  ru: 'Продолжить с {crm}',
} as const;

/** The language of the nearest element with a `lang`, through shadow roots, or else the browser's. */
export function nearestLanguage(element: Element): string {
  const holder = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return holder?.lang || (root instanceof ShadowRoot ? nearestLanguage(root.host) : navigator.language);
}
