import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { inside, line, shows } from '../helpers/button.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

let consent: FakeConsent;
beforeEach(() => (consent = fakeConsent()));
afterEach(() => consent.restore());

describe('a connected button', () => {
  it('says so, and with which account', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button
        client-id="a"
        authorized
        authorized-account="acme.kommo.com"
      ></crm-oauth-button>`,
    );
    expect(button.status).to.equal('authorized');
    expect(inside(button, '.caption').innerText.trim()).to.equal('Disconnect Kommo');
    // The account may be written in another direction than the text around it.
    expect(line(button)).to.equal('Connected as \u2068acme.kommo.com\u2069');
    button.authorizedAccount = '';
    await button.updateComplete;
    expect(line(button)).to.equal('Connected');
  });

  it('takes the account for text, whatever stands in it', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button authorized></crm-oauth-button>`);
    button.authorizedAccount = '$& <b>{account}';
    await button.updateComplete;
    expect(line(button)).to.equal('Connected as \u2068$& <b>{account}\u2069');
  });

  it('asks to disconnect, and opens nothing', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button client-id="a" authorized></crm-oauth-button>`,
    );
    expect(inside(button, 'button').ariaDescription).to.equal(null);
    setTimeout(() => button.click());
    const event: Event = await oneEvent(button, 'crm-oauth-disconnect');
    expect(event.bubbles && event.composed).to.be.true;
    expect(consent.urls).to.have.length(0);
    expect(button.status).to.equal('authorized');
  });

  it('can still be told to authorize, for another account', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button client-id="a" authorized mode="post_message"></crm-oauth-button>`,
    );
    const response = button.authorize();
    expect(button.status).to.equal('waiting');
    consent.deny();
    await response.catch(() => undefined);
    expect(button.status).to.equal('denied');
  });

  it('stays connected when that is given up', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button client-id="a" authorized></crm-oauth-button>`,
    );
    const response = button.authorize();
    button.cancel();
    await response.catch(() => undefined);
    expect(button.status).to.equal('authorized');
  });

  it('has titles of its own for both', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button title="Connect" authorized-title="Leave"></crm-oauth-button>`,
    );
    const captions = [];
    for (const change of [{}, { unauthorizedTitle: 'Join' }, { authorized: true }, { authorizedTitle: '' }]) {
      Object.assign(button, change);
      await button.updateComplete;
      captions.push(inside(button, '.caption').innerText.trim());
    }
    expect(captions).to.deep.equal(['Connect', 'Join', 'Leave', 'Disconnect Kommo']);
  });

  it('changes its status with the property, at once and once', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`);
    const seen: string[] = [];
    button.addEventListener('crm-oauth-statuschange', ({ status }) => seen.push(status));
    for (const authorized of [true, true, false]) button.authorized = authorized;
    expect(seen).to.deep.equal(['authorized', 'idle']);
    expect(button.matches(':state(idle)')).to.be.true;
  });

  it('leaves the property to the page after a success', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button client-id="a" mode="post_message"></crm-oauth-button>`,
    );
    const response = button.authorize();
    consent.allow();
    await response;
    expect([button.status, button.authorized]).to.deep.equal(['authorized', false]);
    expect(line(button)).to.equal('Connected');
  });
});

describe('a button whose connection was lost', () => {
  const draw = (attributes: string): Promise<CrmOAuthButton> =>
    fixture<CrmOAuthButton>(
      `<crm-oauth-button client-id="a" mode="post_message" ${attributes}></crm-oauth-button>`,
    );
  const captionOf = (button: CrmOAuthButton): string => inside(button, '.caption').innerText.trim();

  for (const attribute of ['reconnect', 'data-reconnect="true"']) {
    it(`says so, and what a click does: ${attribute}`, async () => {
      const button = await draw(attribute);
      expect(button.status).to.equal('reconnect');
      expect(button.matches(':state(reconnect)')).to.be.true;
      expect(captionOf(button)).to.equal('Reconnect Kommo');
      expect(line(button)).to.equal('The connection was lost.');
      expect(inside(button, 'button').ariaDescription).to.equal('Opens in a new window');
      expect(shows(button, '.dot')).to.be.false;
    });
  }

  it('says the same whatever the page says of the account, and whatever its titles', async () => {
    const titles = 'title="Connect" authorized-title="Leave" unauthorized-title="Join"';
    const button = await draw(`authorized authorized-account="acme.kommo.com" reconnect ${titles}`);
    expect([button.status, captionOf(button)]).to.deep.equal(['reconnect', 'Reconnect Kommo']);
    expect(line(button)).to.equal('The connection was lost.');
  });

  it('has a red dot where the page asks for one', async () => {
    expect(shows(await draw('authorized reconnect show-auth-red-dot'), '.dot')).to.be.true;
  });

  it('authorizes again, and asks nobody to disconnect', async () => {
    const button = await draw('authorized reconnect');
    let asked = 0;
    button.addEventListener('crm-oauth-disconnect', () => (asked += 1));
    button.click();
    expect([button.status, consent.urls.length, asked]).to.deep.equal(['waiting', 1, 0]);
  });

  for (const [attributes, caption] of [
    ['reconnect', 'Continue with Kommo'],
    ['authorized reconnect', 'Disconnect Kommo'],
  ] as const) {
    it(`is connected after a success, and tells of it once: ${attributes}`, async () => {
      const button = await draw(attributes);
      const response = button.authorize();
      const heard: unknown[] = [];
      button.addEventListener('crm-oauth-statuschange', ({ status }) =>
        heard.push([status, button.reconnect]),
      );
      consent.allow();
      await response;
      await button.updateComplete;
      expect(heard).to.deep.equal([['authorized', false]]);
      expect([button.status, captionOf(button), line(button)]).to.deep.equal([
        'authorized',
        caption,
        'Connected',
      ]);
    });
  }

  it('stays so when the page’s server does not complete it', async () => {
    const button = await draw('reconnect');
    button.addEventListener('crm-oauth-success', (event) => event.waitUntil(Promise.reject(new Error('no'))));
    const response = button.authorize();
    consent.allow();
    await response.catch(() => undefined);
    expect([button.status, button.reconnect]).to.deep.equal(['error', true]);
  });

  it('stays so when that is given up', async () => {
    const button = await draw('reconnect');
    const response = button.authorize();
    expect(button.status).to.equal('waiting');
    button.cancel();
    await response.catch(() => undefined);
    expect([button.status, button.reconnect]).to.deep.equal(['reconnect', true]);
  });

  it('changes its status with the property, at once and once', async () => {
    const button = await draw('authorized');
    const heard: string[] = [];
    button.addEventListener('crm-oauth-statuschange', ({ status }) => heard.push(status));
    for (const reconnect of [true, true, false]) button.reconnect = reconnect;
    Object.assign(button, { reconnect: true, authorized: false });
    button.reconnect = false;
    expect(heard).to.deep.equal(['reconnect', 'authorized', 'reconnect', 'reconnect', 'idle']);
  });

  it('is told of during an attempt, whose outcome decides', async () => {
    const button = await draw('');
    const response = button.authorize();
    button.reconnect = true;
    expect(button.status).to.equal('waiting');
    consent.allow();
    await response;
    expect([button.status, button.reconnect]).to.deep.equal(['authorized', false]);
  });
});

describe('the red dot', () => {
  it('is there where it is asked for and the CRM is not connected', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`);
    const shown = [];
    for (const [showAuthRedDot, authorized] of [
      [false, false],
      [true, false],
      [true, true],
      [false, true],
      [true, false],
    ] as const) {
      Object.assign(button, { showAuthRedDot, authorized });
      await button.updateComplete;
      shown.push(shows(button, '.dot'));
    }
    expect(shown).to.deep.equal([false, true, false, false, true]);
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`sits at the end of the button: ${dir}`, async () => {
      const page = await fixture<HTMLElement>(
        html`<p dir=${dir}><crm-oauth-button show-auth-red-dot></crm-oauth-button></p>`,
      );
      const button = page.querySelector('crm-oauth-button')!;
      const { left, right } = inside(button, '.dot').getBoundingClientRect();
      const box = button.getBoundingClientRect();
      const center = (left + right) / 2;
      expect(Math.abs(center - (dir === 'rtl' ? box.left : box.right))).to.be.below(4);
    });
  }
});

describe('the logo of an authorization', () => {
  for (const url of [PIXEL, 'https://localhost:1/logo.png']) {
    it(`is shown: ${url.slice(0, 20)}`, async () => {
      const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`);
      button.authorizationLogo = url;
      await button.updateComplete;
      const image = inside(button, 'img') as HTMLImageElement;
      expect([image.src, image.alt]).to.deep.equal([url, '']);
      expect(shows(button, '.mark')).to.be.false;
    });
  }

  for (const url of [
    'http://a.example/b.png',
    'javascript:alert(1)',
    'data:text/html,x',
    'M0 0h24v24',
    '") red',
  ]) {
    it(`is the mark instead of ${url}`, async () => {
      const [plain, button] = [
        await fixture<CrmOAuthButton>(html`<crm-oauth-button></crm-oauth-button>`),
        await fixture<CrmOAuthButton>(html`<crm-oauth-button authorization-logo=${url}></crm-oauth-button>`),
      ];
      const shape = inside(plain, '.mark').style.clipPath;
      expect(shape).to.contain('path(');
      expect(inside(button, '.mark').style.clipPath).to.equal(shape);
    });
  }
});

describe('a click', () => {
  const names = ['request', 'start', 'disconnect', 'error', 'success', 'statuschange'];
  const draw = async (attributes: string): Promise<{ button: CrmOAuthButton; heard: string[] }> => {
    const button = await fixture<CrmOAuthButton>(
      `<crm-oauth-button client-id="a" ${attributes}></crm-oauth-button>`,
    );
    const heard: string[] = [];
    for (const name of names) button.addEventListener(`crm-oauth-${name}`, () => heard.push(name));
    return { button, heard };
  };

  it('tells of itself before it has any effect', async () => {
    const { button, heard } = await draw('');
    button.click();
    expect(heard).to.deep.equal(['request', 'start', 'statuschange']);
  });

  it('tells of itself before it asks to disconnect', async () => {
    const { button, heard } = await draw('authorized');
    button.click();
    expect(heard).to.deep.equal(['request', 'disconnect']);
  });

  for (const attributes of ['', 'authorized']) {
    it(`has no effect where the page prevents it: ${attributes || 'not connected'}`, async () => {
      const { button, heard } = await draw(attributes);
      button.addEventListener('crm-oauth-request', (event) => event.preventDefault());
      button.click();
      expect(heard).to.deep.equal(['request']);
      expect(consent.urls).to.be.empty;
    });
  }

  it('is not told of where the page calls authorize()', async () => {
    const { button, heard } = await draw('');
    button.authorize().catch(() => undefined);
    expect(heard).to.deep.equal(['start', 'statuschange']);
  });
});

describe('a change of the account', () => {
  it('is told of at once, and once', async () => {
    const button = await fixture<CrmOAuthButton>(html`<crm-oauth-button authorized></crm-oauth-button>`);
    const accounts: string[] = [];
    button.addEventListener('crm-oauth-statuschange', () => accounts.push(button.authorizedAccount));
    button.authorizedAccount = 'acme.kommo.com';
    expect(accounts).to.deep.equal(['acme.kommo.com']);
    button.authorizedAccount = 'acme.kommo.com';
    button.setAttribute('authorized-account', 'shop.kommo.com');
    expect(accounts).to.deep.equal(['acme.kommo.com', 'shop.kommo.com']);
  });
});
