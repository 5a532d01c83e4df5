import { controlOf } from '../shared/controls.js';
import { LANGUAGES } from '../shared/languages.js';
import { choose } from './event-log.js';
import { createFigure } from './figure.js';
import { setAttributes, type Mount } from './stage.js';

/** A button for each value of one property; a press on its caption chooses that value. */
export const mountGallery: Mount = async ({ root, story: { vary = '' } }, settings) => {
  await import('../../src/index.js');
  const values = vary === 'locale' ? await loadLocales() : (controlOf(vary)?.keywords ?? []).filter(Boolean);
  const figures = values.map((value) => ({
    value,
    ...createFigure(value, () => choose({ [vary]: value })),
  }));
  const update = (current: typeof settings): void => {
    for (const { value, button, chooser } of figures) {
      setAttributes(button, { ...current, [vary]: value });
      chooser.ariaPressed = String(value === current[vary]);
    }
  };
  update(settings);
  root.classList.add('gallery');
  root.append(...figures.map(({ figure }) => figure));
  return update;
};

/** All languages, with their captions. */
async function loadLocales(): Promise<readonly string[]> {
  const [{ locales }, { registerCaptions }] = await Promise.all([
    import('../../src/locales.js'),
    import('../../src/index.js'),
  ]);
  for (const [tag, captions] of Object.entries(locales)) registerCaptions(tag, captions);
  return LANGUAGES;
}
