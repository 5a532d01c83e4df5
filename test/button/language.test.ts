import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { type Captions, CrmOAuthButton, registerCaptions } from '../../src/index.js';
import { captions } from '../../src/button/language/captions.js';
import { inside } from '../helpers/button.js';
import { recordConsole } from '../helpers/console.js';
import { until } from '../helpers/until.js';

const caption = (button: CrmOAuthButton): string => inside(button, '.caption').innerText.trim();
const english = captions.en;

/** A language that no other test uses. */
function invent(tag: string, title = `${tag} {crm}`): Captions {
  const language = { ...english, title };
  registerCaptions(tag, language);
  return language;
}

describe('the language of the button', () => {
  const expected = {
    en: 'Continue with Kommo',
    es: 'Continuar con Kommo',
    pt: 'Continuar com Kommo',
    'pt-BR': 'Continuar com Kommo',
    'PT-br-x-any': 'Continuar com Kommo',
    id: 'Lanjutkan dengan Kommo',
    ru: 'Продолжить с Kommo',
  };

  for (const [locale, text] of Object.entries(expected)) {
    it(locale, async () => {
      const button = await fixture<CrmOAuthButton>(
        html`<crm-oauth-button locale=${locale}></crm-oauth-button>`,
      );
      expect(caption(button)).to.equal(text);
    });
  }

  it('is amoCRM’s own where nothing is said', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button provider="amocrm"></crm-oauth-button>`,
    );
    expect(inside(button, '.caption').textContent.trim()).to.equal('Продолжить с amoCRM');
  });

  it('takes the consent page along', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button client-id="a" locale="pt-BR"></crm-oauth-button>`,
    );
    let path = '';
    button.addEventListener('crm-oauth-start', (event) => {
      event.preventDefault();
      path = new URL(event.url).pathname;
    });
    button.click();
    expect(path).to.equal('/br/oauth/');
  });

  it('is written on what it is the language of, and on nothing that the page has written', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button locale="es"></crm-oauth-button>`);
    const inner = inside(button, 'button');
    expect(inner.lang).to.equal('es');
    button.title = 'Verbinden';
    await button.updateComplete;
    expect(inner.hasAttribute('lang')).to.be.false;
  });
});

describe('locale="auto"', () => {
  const inPage = async (lang: string): Promise<[HTMLElement, CrmOAuthButton]> => {
    const page = await fixture<HTMLElement>(
      html`<div lang=${lang}>
        <p><crm-oauth-button locale="auto"></crm-oauth-button></p>
      </div>`,
    );
    return [page, page.querySelector('crm-oauth-button')!];
  };

  it('follows the nearest lang, through shadow roots', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="es-MX"></div>`);
    const button = new CrmOAuthButton();
    button.locale = 'auto';
    page.attachShadow({ mode: 'open' }).append(button);
    expect(caption(button)).to.equal('Continuar con Kommo');
  });

  it('changes when lang changes, near or far', async () => {
    const [page, button] = await inPage('es');
    page.lang = 'id';
    await until(() => caption(button) === 'Lanjutkan dengan Kommo');
    page.querySelector('p')!.lang = 'ru';
    await until(() => caption(button) === 'Продолжить с Kommo');
    page.querySelector('p')!.removeAttribute('lang');
    await until(() => caption(button) === 'Lanjutkan dengan Kommo');
  });

  it('changes when the button moves', async () => {
    const [page, button] = await inPage('es');
    const elsewhere = await fixture<HTMLElement>(html`<div lang="pt"></div>`);
    elsewhere.append(button);
    await button.updateComplete;
    expect(caption(button)).to.equal('Continuar com Kommo');
    page.append(button);
    await button.updateComplete;
    expect(caption(button)).to.equal('Continuar con Kommo');
  });

  it('is the browser’s where the page’s is not spoken', async () => {
    Object.defineProperty(navigator, 'languages', { value: ['fr-CH', 'pt-PT', 'es'], configurable: true });
    const [, button] = await inPage('tlh');
    Reflect.deleteProperty(navigator, 'languages');
    expect(caption(button)).to.equal('Continuar com Kommo');
  });
});

describe('registerCaptions()', () => {
  it('adds a language, and buttons that are there follow', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button locale="xa"></crm-oauth-button>`);
    expect(caption(button)).to.equal('Continue with Kommo');
    invent('xa', 'Xa {crm} xa');
    await button.updateComplete;
    expect(caption(button)).to.equal('Xa Kommo xa');
  });

  it('finds the longest tag that is there, by its parts', async () => {
    for (const tag of ['xb', 'xb-Latn', 'xb-latn-AT']) invent(tag);
    const found = [];
    for (const locale of ['xb-Latn-AT-x-a', 'XB-LATN-DE', 'xb-Cyrl', 'xb', 'xbb']) {
      const button = await fixture<CrmOAuthButton>(
        html`<crm-oauth-button locale=${locale}></crm-oauth-button>`,
      );
      found.push(caption(button));
    }
    expect(found).to.deep.equal([
      'xb-latn-AT Kommo',
      'xb-Latn Kommo',
      'xb Kommo',
      'xb Kommo',
      'Continue with Kommo',
    ]);
  });

  it('is there for pages without a bundler, too', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button locale="xc"></crm-oauth-button>`);
    CrmOAuthButton.registerCaptions('xc', { ...english, title: 'Xc' });
    await button.updateComplete;
    expect(caption(button)).to.equal('Xc');
  });

  it('takes no tag for a language that only looks like one', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button locale="constructor"></crm-oauth-button>`,
    );
    expect(caption(button)).to.equal('Continue with Kommo');
  });
});

describe('direction', () => {
  invent('xd', 'المتابعة باستخدام {crm}');

  for (const [dir, end] of [
    ['ltr', 'left'],
    ['rtl', 'right'],
  ] as const) {
    it(`the logo is at the start of the page’s line, the caption runs as its language does: ${dir}`, async () => {
      const page = await fixture<HTMLElement>(
        html`<p dir=${dir}><crm-oauth-button locale="xd"></crm-oauth-button></p>`,
      );
      const button = page.querySelector('crm-oauth-button')!;
      const logo = inside(button, '.logo').firstElementChild!.getBoundingClientRect();
      const box = button.getBoundingClientRect();
      expect(Math.abs(logo[end] - box[end])).to.be.below(24);
      expect(inside(button, '.caption').matches(':dir(rtl)')).to.be.true;
    });
  }
});

describe('an unknown locale', () => {
  const warnings = recordConsole('warn');

  it('is said once, and not of one that comes in the same task', async () => {
    for (const locale of ['xe', 'xe', 'xf']) {
      await fixture<CrmOAuthButton>(html`<crm-oauth-button locale=${locale}></crm-oauth-button>`);
      if (locale === 'xf') invent('xf');
    }
    await aTimeout(20);
    expect(warnings.filter((text) => text.includes('locale="xe"'))).to.have.length(1);
    expect(warnings.filter((text) => text.includes('locale="xf"'))).to.have.length(0);
  });
});
