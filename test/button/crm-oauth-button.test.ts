import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { AuthorizationError, CrmOAuthButton } from '../../src/index.js';
import { recordConsole } from '../helpers/console.js';
import { contrast, mix, rgb } from '../helpers/contrast.js';

type Start = HTMLElementEventMap['crm-oauth-start'];
type Failed = HTMLElementEventMap['crm-oauth-error'];

const query = (element: CrmOAuthButton, selector: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const caption = (element: CrmOAuthButton): string => query(element, '.caption').innerText.trim();

/** The consent URL that a click would open. Nothing is opened. */
async function urlOf(element: CrmOAuthButton): Promise<URL> {
  element.addEventListener('crm-oauth-start', (event) => event.preventDefault(), { once: true });
  setTimeout(() => element.click());
  const { url }: Start = await oneEvent(element, 'crm-oauth-start');
  return new URL(url);
}

describe('<crm-oauth-button>', () => {
  it('is a native button', async () => {
    const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button client-id="a"></crm-oauth-button>`);
    const button = query(element, 'button') as HTMLButtonElement;
    expect(button.type).to.equal('button');
    expect(caption(element)).to.equal('Continue with Kommo');
    await expect(element).to.be.accessible();
  });

  it('focuses, clicks and is disabled like one', async () => {
    const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button disabled></crm-oauth-button>`);
    let clicks = 0;
    element.addEventListener('click', () => (clicks += 1));
    element.click();
    expect(clicks).to.equal(0);
    element.disabled = false;
    await element.updateComplete;
    element.addEventListener('crm-oauth-start', (event) => event.preventDefault());
    element.clientId = 'a';
    element.focus();
    expect(document.activeElement).to.equal(element);
    element.click();
    expect(clicks).to.equal(1);
  });

  it('never submits the form around it', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><crm-oauth-button client-id="a"></crm-oauth-button></form>`,
    );
    let submitted = false;
    form.addEventListener('submit', () => (submitted = true));
    const element = form.querySelector('crm-oauth-button')!;
    await urlOf(element);
    expect(submitted).to.equal(false);
  });

  it('keeps the caption as the name when compact', async () => {
    const element = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button compact title="Connect"></crm-oauth-button>`,
    );
    expect(query(element, 'button').textContent.trim()).to.equal('Connect');
    expect(element.offsetWidth).to.equal(42);
    await expect(element).to.be.accessible();
  });

  it('has three sizes', async () => {
    for (const [size, height] of Object.entries({ small: 32, medium: 42, large: 48 })) {
      const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button size=${size}></crm-oauth-button>`);
      expect(query(element, 'button').offsetHeight, size).to.equal(height);
    }
  });

  it('takes the width that the page gives it', async () => {
    const element = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button style="width: 140px" title="A caption that is far too long"></crm-oauth-button>`,
    );
    expect(query(element, 'button').offsetWidth).to.equal(140);
  });

  it('has slots for the caption and the logo', async () => {
    const element = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button><img slot="logo" alt="" />Install <b>us</b></crm-oauth-button>`,
    );
    const slots = [...element.shadowRoot!.querySelectorAll('slot')];
    expect(slots.flatMap((slot) => slot.assignedElements()).map((node) => node.localName)).to.eql([
      'img',
      'b',
    ]);
  });

  it('shows a title as text, never as markup', async () => {
    const element = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button title="<img src=x onerror=alert(1)>"></crm-oauth-button>`,
    );
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(caption(element)).to.equal('<img src=x onerror=alert(1)>');
  });
});

describe('attributes', () => {
  const spelled = [
    ['client-id', 'clientId'],
    ['title', 'title'],
    ['theme', 'theme'],
    ['color', 'color'],
    ['locale', 'locale'],
    ['state', 'state'],
    ['mode', 'mode'],
    ['error-callback', 'errorCallback'],
    ['name', 'name'],
    ['description', 'description'],
    ['redirect_uri', 'redirectUri'],
    ['secrets_uri', 'secretsUri'],
    ['logo', 'logo'],
    ['scopes', 'scopes'],
    ['provider', 'provider'],
    ['server', 'server'],
    ['allowed-origins', 'allowedOrigins'],
    ['size', 'size'],
  ] as const;

  for (const [attribute, property] of spelled) {
    it(`${attribute} works in both spellings, data- wins, empty is absent`, () => {
      const element = new CrmOAuthButton();
      const initial = element[property];
      element.setAttribute(attribute, 'plain');
      expect(element[property]).to.equal('plain');
      element.setAttribute(`data-${attribute}`, 'data');
      expect(element[property]).to.equal('data');
      element.setAttribute(attribute, 'plain again');
      expect(element[property]).to.equal('data');
      element.setAttribute(`data-${attribute}`, '');
      expect(element[property]).to.equal('plain again');
      element.removeAttribute(attribute);
      expect(element[property]).to.equal(initial);
    });
  }

  it('compact is true for "true" and for the plain boolean attribute alone', () => {
    const compact = (name: string, value: string): boolean => {
      const element = new CrmOAuthButton();
      element.setAttribute(name, value);
      return element.compact;
    };
    expect(compact('compact', '')).to.equal(true);
    expect(compact('compact', 'true')).to.equal(true);
    expect(compact('data-compact', 'true')).to.equal(true);
    expect(compact('data-compact', 'false')).to.equal(false);
    expect(compact('compact', 'compact')).to.equal(true);
    expect(compact('compact', 'false')).to.equal(false);
    expect(compact('data-compact', '1')).to.equal(false);
    expect(compact('data-compact', '')).to.equal(false);
  });

  it('keeps properties that were set before the element was defined', async () => {
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const page = document.implementation.createHTMLDocument();
    const early = page.createElement('crm-oauth-button');
    early.clientId = 'early';
    host.append(early);
    await early.updateComplete;
    expect(early).to.be.instanceOf(CrmOAuthButton);
    expect(early.clientId).to.equal('early');
  });

  it('reads them at the click', async () => {
    const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button client-id="a"></crm-oauth-button>`);
    element.setAttribute('data-state', 'late');
    expect((await urlOf(element)).searchParams.get('state')).to.equal('late');
  });

  it('uses 128 new random bits as the state, each time', async () => {
    const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button client-id="a"></crm-oauth-button>`);
    const states = [await urlOf(element), await urlOf(element)].map((url) => url.searchParams.get('state'));
    expect(states[0]).to.match(/^[\da-f]{32}$/);
    expect(states[1]).to.match(/^[\da-f]{32}$/);
    expect(states[0]).not.to.equal(states[1]);
  });
});

describe('looks', () => {
  const surface = (element: CrmOAuthButton): string =>
    getComputedStyle(query(element, 'button')).backgroundColor;
  const INDIGO = 'rgb(14, 1, 66)';
  const WHITE = 'rgb(255, 255, 255)';

  const looks = [
    [html`<crm-oauth-button></crm-oauth-button>`, INDIGO],
    [html`<crm-oauth-button theme="light"></crm-oauth-button>`, INDIGO],
    [html`<crm-oauth-button theme="dark"></crm-oauth-button>`, WHITE],
    [html`<crm-oauth-button color="default"></crm-oauth-button>`, 'rgb(0, 111, 159)'],
    [html`<crm-oauth-button color="blue"></crm-oauth-button>`, 'rgb(0, 75, 160)'],
    [html`<crm-oauth-button color="violet"></crm-oauth-button>`, 'rgb(56, 0, 107)'],
    [html`<crm-oauth-button color="green"></crm-oauth-button>`, 'rgb(0, 96, 15)'],
    [html`<crm-oauth-button color="orange"></crm-oauth-button>`, 'rgb(188, 81, 0)'],
    [html`<crm-oauth-button color="red"></crm-oauth-button>`, 'rgb(159, 0, 0)'],
    [html`<crm-oauth-button provider="amocrm"></crm-oauth-button>`, 'rgb(0, 111, 159)'],
    [
      html`<crm-oauth-button provider="amocrm" theme="dark" color="red"></crm-oauth-button>`,
      'rgb(159, 0, 0)',
    ],
  ] as const;

  for (const [template, expected] of looks) {
    it(template.strings[0]!, async () => {
      expect(surface(await fixture<CrmOAuthButton>(template))).to.equal(expected);
    });
  }

  for (const [template] of looks) {
    it(`${template.strings[0]} has AA contrast, under the pointer as well`, async () => {
      const element = await fixture<CrmOAuthButton>(template);
      const { backgroundColor, color } = getComputedStyle(query(element, 'button'));
      const hovered = mix(rgb(backgroundColor), [136, 136, 136], 0.2);
      expect(contrast(rgb(color), rgb(backgroundColor))).to.be.at.least(4.5);
      expect(contrast(rgb(color), hovered), 'under the pointer').to.be.at.least(4.5);
    });
  }

  it('theme="auto" follows the visitor’s colour scheme', async () => {
    const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button theme="auto"></crm-oauth-button>`);
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    expect(surface(element)).to.equal(isDark ? WHITE : INDIGO);
  });
});

describe('unknown values', () => {
  const warnings = recordConsole('warn');

  const unknown = [
    ['provider', 'acme'],
    ['theme', 'neon'],
    ['color', 'white'],
    ['size', 'huge'],
    ['locale', 'tlh'],
    ['mode', 'iframe'],
  ] as const;

  for (const [attribute, value] of unknown) {
    it(`${attribute} falls back to the default and says so once`, async () => {
      warnings.length = 0;
      for (let i = 0; i < 2; i += 1) {
        const element = await fixture<CrmOAuthButton>(
          html`<crm-oauth-button client-id="a"></crm-oauth-button>`,
        );
        element.setAttribute(attribute, value);
        await element.updateComplete;
        const url = await urlOf(element);
        expect(url.origin + url.pathname).to.equal('https://www.kommo.com/oauth/');
        expect(url.searchParams.get('mode')).to.equal('popup');
        expect(query(element, 'button').offsetHeight).to.equal(42);
      }
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(`${attribute}="${value}"`);
    });
  }
});

describe('what cannot be opened', () => {
  const errors = recordConsole('error');

  const wrong = [
    ['data-client-id', {}],
    ['data-secrets_uri', { name: 'Shop', redirectUri: 'https://a.example' }],
    ['data-redirect_uri', { name: 'Shop', redirectUri: 'http://a.example', secretsUri: 'https://a.example' }],
    ['data-redirect_uri', { name: 'Shop', redirectUri: 'callback', secretsUri: 'https://a.example' }],
    [
      'data-secrets_uri',
      { name: 'Shop', redirectUri: 'https://a.example', secretsUri: 'javascript:alert(1)' },
    ],
    ['server', { clientId: 'a', server: 'sandbox' }],
  ] as const;

  for (const [named, settings] of wrong) {
    it(`is told by an error that names ${named}: ${JSON.stringify(settings)}`, async () => {
      errors.length = 0;
      const element = Object.assign(
        await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`),
        settings,
      );
      element.addEventListener('crm-oauth-start', () => expect.fail('It must not start.'));
      const told = new Promise<Failed>((resolve) => element.addEventListener('crm-oauth-error', resolve));
      element.click();
      const { error }: Failed = await told;
      expect(error).to.be.instanceOf(AuthorizationError);
      expect(error.code).to.equal('invalid_configuration');
      expect(error.kind).to.equal('client');
      expect(error.message).to.contain(named);
      expect(element.status).to.equal('error');
      element.click();
      expect(errors.length, 'said once').to.be.at.most(1);
    });
  }

  it('rejects with it', async () => {
    const outcome = await new CrmOAuthButton().authorize().catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(AuthorizationError);
  });

  it('a blocked window is popup_blocked, and no exception', async () => {
    const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button client-id="a"></crm-oauth-button>`);
    const statuses: string[] = [];
    element.addEventListener('crm-oauth-statuschange', ({ status }) => statuses.push(status));
    // The browser blocks windows in a task that no click has started.
    const outcome = await element.authorize().catch((error: unknown) => error);
    expect((outcome as AuthorizationError).code).to.equal('popup_blocked');
    expect(element.status).to.equal('blocked');
    expect(statuses).to.eql(['blocked']);
    await element.updateComplete;
    expect(element.matches(':state(blocked)')).to.equal(true);
  });

  it('a prevented crm-oauth-start opens nothing', async () => {
    const element = await fixture<CrmOAuthButton>(html`<crm-oauth-button client-id="a"></crm-oauth-button>`);
    element.addEventListener('crm-oauth-start', (event) => event.preventDefault());
    const outcome = await element.authorize().catch((error: unknown) => error);
    await aTimeout(0);
    expect((outcome as AuthorizationError).code).to.equal('aborted');
    expect(element.status).to.equal('idle');
  });
});
