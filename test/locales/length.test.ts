import { expect, fixture, html } from '@open-wc/testing';
import { type CrmOAuthButton, registerCaptions } from '../../src/index.js';
import { captions } from '../../src/button/captions.js';
import { locales } from '../../src/locales.js';

/** As wide as the narrowest screen on which a page has to work without scrolling sideways (WCAG 2.2, 1.4.10). */
const WIDTH = 320;
/** Every system has the first or one of its twins; where there is none, the last one is a little wider. */
const FONT = 'Arial, "Liberation Sans", Arimo, "Noto Sans", "DejaVu Sans Condensed", sans-serif';
const HEIGHTS = { small: 32, medium: 42, large: 48 } as const;

describe(`a button in ${WIDTH} px`, () => {
  before(() => {
    for (const [tag, texts] of Object.entries(locales)) registerCaptions(tag, texts);
  });

  for (const tag of Object.keys({ ...captions, ...locales })) {
    it(`has room for its captions in ${tag}, in each size`, async () => {
      const place = await fixture(html`
        <div style="width: ${WIDTH}px; --crm-oauth-button-font: ${FONT}">
          <crm-oauth-button client-id="a" locale=${tag}></crm-oauth-button>
        </div>
      `);
      const element = place.firstElementChild as CrmOAuthButton;
      const button = element.shadowRoot!.querySelector('button')!;
      const caption = button.querySelector('.caption')!;
      for (const authorized of [false, true]) {
        element.authorized = authorized;
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
