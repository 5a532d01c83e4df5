import { controlOf } from '../studio/control.js';
import { tell } from './log.js';
import type { Mount } from './stage.js';
import { setAttributes } from './set-attributes.js';

/** A button for each value of one property; a press on its caption chooses that value. */
export const mountGallery: Mount = async ({ root, story: { vary = '' } }, settings) => {
  await import('../../src/index.js');
  const values = vary === 'locale' ? await loadLocales() : (controlOf(vary)?.keywords ?? []).filter(Boolean);
  const figures = values.map((value) => {
    const figure = document.createElement('figure');
    const caption = document.createElement('figcaption');
    const choose = Object.assign(document.createElement('button'), { type: 'button', textContent: value });
    choose.addEventListener('click', () => tell({ type: 'studio-choose', settings: { [vary]: value } }));
    caption.append(choose);
    const button = document.createElement('crm-oauth-button');
    figure.append(button, caption);
    return { value, figure, button, choose };
  });
  const show = (current: typeof settings): void => {
    for (const { value, button, choose } of figures) {
      setAttributes(button, { ...current, [vary]: value });
      choose.ariaPressed = String(value === current[vary]);
    }
  };
  show(settings);
  root.classList.add('gallery');
  root.append(...figures.map(({ figure }) => figure));
  return show;
};

/** All languages, further tags aside. */
async function loadLocales(): Promise<readonly string[]> {
  const [{ locales }, { registerCaptions }] = await Promise.all([
    import('../../src/locales.js'),
    import('../../src/index.js'),
  ]);
  // Of several tags for one language, the first one is its file's.
  const tags = new Map(
    Object.entries(locales)
      .reverse()
      .map(([tag, captions]) => [captions, tag]),
  );
  for (const [captions, tag] of tags) registerCaptions(tag, captions);
  return ['en', 'es', 'pt', 'id', 'ru', ...[...tags.values()].sort()];
}
