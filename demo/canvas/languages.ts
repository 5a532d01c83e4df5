import type { CrmOAuthButton } from '../../src/index.js';
import { isFurtherLanguage } from '../shared/languages.js';
import { tagOf } from '../shared/manifest.js';
import type { Story } from '../stories/story.js';

/** Adds a language that the elements do not bring themselves, to the button of this page, whichever script has defined it. */
export async function loadLanguage(tag: unknown, story: Story): Promise<void> {
  if (!isFurtherLanguage(tag)) return;
  await customElements.whenDefined('crm-oauth-button');
  const Button = customElements.get('crm-oauth-button') as typeof CrmOAuthButton | undefined;
  const { locales } = await import('../../src/locales.js');
  const captions = locales[tag];
  if (captions) Button?.registerCaptions(tag, captions);
  if (tagOf(story) !== 'crm-connections') return;
  const [{ registerConnectionsCaptions }, { connectionsLocales }] = await Promise.all([
    import('../../src/connections.js'),
    import('../../src/connections/locales.js'),
  ]);
  const texts = connectionsLocales[tag];
  if (texts) registerConnectionsCaptions(tag, texts);
}
