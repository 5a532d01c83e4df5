import { expect, fixture, oneDefaultPreventedEvent } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';
import { fallbackStyles } from '../../src/button/face/fallback-styles.js';
import { SETTINGS } from '../../src/button/settings.js';
import { CATALOGUE } from '../../src/providers/catalogue.js';
import { preparePair } from '../../src/providers/pkce.js';
import type { ProviderFace } from '../../src/providers/provider.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { inside } from '../helpers/button.js';
import { PROVIDERS } from './table.js';

const names = Object.keys(CATALOGUE) as (keyof typeof CATALOGUE)[];
/** The rules of the fallback sheet that ask for a provider. */
const rulesFor = (name: string): string[] =>
  fallbackStyles.split('}').filter((rule) => rule.includes(`[data-provider='${name}']`));

describe('each provider of the catalogue', () => {
  let consent: FakeConsent;
  beforeEach(() => (consent = fakeConsent()));
  afterEach(() => consent.restore());

  for (const name of names) {
    const { attributes, caption, address, parameters, source } = PROVIDERS[name];
    const { face }: { face: ProviderFace } = CATALOGUE[name];

    const draw = async (): Promise<CrmOAuthButton> => {
      const button = document.createElement('crm-oauth-button');
      for (const entry of Object.entries({ provider: name, ...attributes })) button.setAttribute(...entry);
      await fixture(button);
      return button;
    };

    it(`${name} has a button with its name and its mark`, async () => {
      const button = await draw();
      expect(inside(button, '.caption').textContent).to.equal(caption);
      // The browser may write the path in its own way.
      const { style } = document.createElement('i');
      style.clipPath = `path("${face.logo}")`;
      expect(style.clipPath).to.include('path');
      expect(inside(button, '.mark').style.clipPath).to.equal(style.clipPath);
    });

    it(`${name} is asked for an authorization as ${source} has it`, async () => {
      const button = await draw();
      await preparePair();
      button.click();
      const [url] = consent.urls;
      expect(url && url.origin + url.pathname).to.equal(address);
      const { state, origin, code_challenge, code_challenge_method, ...sent } = Object.fromEntries(
        url?.searchParams ?? [],
      );
      expect(sent).to.deep.equal(parameters);
      expect(state).to.match(/^[\da-f]{32}$/);
      expect(Boolean(origin)).to.equal(!face.reportsOnly);
      expect([Boolean(code_challenge), code_challenge_method]).to.deep.equal(
        face.usesPkce ? [true, 'S256'] : [false, undefined],
      );
    });

    it(`${name} is connected when its consent page, or the redirect page, says so`, async () => {
      const button = await draw();
      await preparePair();
      const succeeded = oneDefaultPreventedEvent(button, 'crm-oauth-success');
      button.click();
      consent.allow();
      await succeeded;
      expect(button.status).to.equal('authorized');
    });

    it(`${name} is in the fallback sheet, unless it is the default`, () => {
      const rules = rulesFor(name);
      const isDefault = name === SETTINGS.provider.initial;
      expect(rules.some((rule) => rule.includes(face.logo))).to.equal(!isDefault);
      expect(rules.some((rule) => rule.includes(`--crm: '${face.brand}'`))).to.equal(!isDefault);
    });
  }
});
