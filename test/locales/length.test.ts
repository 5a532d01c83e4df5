import { expect, fixture, html } from '@open-wc/testing';
import { type CrmOAuthButton, registerCaptions } from '../../src/index.js';
import { type Captions, captions } from '../../src/button/language/captions.js';
import { locales } from '../../src/locales.js';

/** As wide as the narrowest screen on which a page has to work without scrolling sideways (WCAG 2.2, 1.4.10). */
const WIDTH = 320;
/** The first one is a little wider than the button’s own fonts, and nearly always there on Linux. */
const FONT = '"DejaVu Sans Condensed", Arial, sans-serif';
const HEIGHTS = { small: 32, medium: 42, large: 48 } as const;

const context = document.createElement('canvas').getContext('2d')!;
const widthOf = (text: string): number => context.measureText(text).width;
/** Whether there is a font for it; a box for each character says nothing about length. */
function canDraw({ title }: Captions): boolean {
  context.font = `700 16px ${FONT}`;
  const unassigned = widthOf('\u0378');
  return title
    .replace('{crm}', '')
    .match(/\p{L}/gu)!
    .some((letter) => widthOf(letter) !== unassigned);
}

const languages = Object.entries({ ...captions, ...locales } as Record<string, Captions>);
const drawable = languages.filter(([, texts]) => canDraw(texts)).map(([tag]) => tag);

describe(`a button in ${WIDTH} px`, () => {
  before(() => {
    for (const [tag, texts] of Object.entries(locales)) registerCaptions(tag, texts);
  });

  it('is drawn in the scripts that every system has', () => {
    expect(drawable).to.include.members(['en', 'ru', 'el']);
  });

  for (const tag of drawable) {
    it(`has room for its captions in ${tag}, in each size`, async () => {
      const place = await fixture(html`
        <div style="width: ${WIDTH}px; --crm-oauth-button-font: ${FONT}">
          <crm-oauth-button client-id="a" locale=${tag}></crm-oauth-button>
        </div>
      `);
      const element = place.firstElementChild as CrmOAuthButton;
      const button = element.shadowRoot!.querySelector('button')!;
      const caption = button.querySelector('.caption')!;
      for (const connection of [{}, { authorized: true }, { reconnect: true }]) {
        Object.assign(element, connection);
        for (const [size, height] of Object.entries(HEIGHTS)) {
          element.size = size as keyof typeof HEIGHTS;
          await element.updateComplete;
          const shown = `${caption.textContent.trim()}, ${size}`;
          expect(caption.textContent, shown).to.include('Kommo');
          expect(caption.scrollWidth, shown).to.be.at.most(caption.clientWidth);
          expect(button.offsetHeight, shown).to.equal(height);
        }
      }
    });
  }
});
