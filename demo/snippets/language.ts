import { isFurtherLanguage } from '../shared/languages.js';
import type { TagName } from '../shared/manifest.js';
import type { Settings } from '../stories/story.js';

/** The statements that add the language of an element, with a blank line behind them; none for those that it brings itself. */
export function addLanguage(element: TagName, { locale }: Settings): string {
  if (!isFurtherLanguage(locale)) return '';
  const name = locale.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
  const captions = `import { ${name} } from 'crm-oauth-button/locales/${locale}.js';`;
  if (element === 'crm-oauth-button') {
    return `import { registerCaptions } from 'crm-oauth-button';
${captions}

registerCaptions('${locale}', ${name});

`;
  }
  return `import { registerCaptions, registerConnectionsCaptions } from 'crm-oauth-button/connections';
import { ${name} as texts } from 'crm-oauth-button/connections/locales/${locale}.js';
${captions}

registerCaptions('${locale}', ${name});
registerConnectionsCaptions('${locale}', texts);

`;
}
