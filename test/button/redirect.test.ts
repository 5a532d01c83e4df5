import { aTimeout, expect } from '@open-wc/testing';
import type { AuthorizationResponse, CrmOAuthButton } from '../../src/index.js';
import { inside, line } from '../helpers/button.js';
import { behave, sandboxUrl } from '../helpers/sandbox.js';
import { inClick, recordWindows } from '../helpers/windows.js';
import { until } from '../helpers/until.js';

const HELPERS = new URL('/test/helpers/', location.href).href;
const REDIRECT = `${HELPERS}redirect.html`;

type Entry =
  | readonly ['start', state: string]
  | readonly ['success', AuthorizationResponse]
  | readonly ['error', code: string, kind: string]
  | readonly ['back', { persisted: boolean; status: string; isBusy: string | null }];

/** What happened to the buttons of all shops. */
const log = (): readonly Entry[] => JSON.parse(localStorage.getItem('log') ?? '[]') as Entry[];
const outcomes = (): readonly Entry[] => log().filter(([what]) => what === 'success' || what === 'error');
const startsOf = (): string[] => log().flatMap(([what, state]) => (what === 'start' ? [state] : []));
const keptItems = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('crm-oauth'));

recordWindows();

beforeEach(() => {
  // A window starts with a copy of this page's.
  sessionStorage.clear();
  return behave({ answer: 'allow' });
});
beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

/** Opens a window with a shop whose button has these attributes besides. */
async function visitShop(attributes: Record<string, string> = {}): Promise<Window> {
  const query = new URLSearchParams({ 'client-id': 'shop', server: sandboxUrl, ...attributes });
  const { shop } = await inClick(() => ({ shop: window.open(`${HELPERS}shop.html?${query.toString()}`)! }));
  await arrived(shop);
  return shop;
}

/** Waits until the window shows the shop. */
async function arrived(shop: Window): Promise<CrmOAuthButton> {
  await until(() => buttonOf(shop)?.shadowRoot);
  return buttonOf(shop)!;
}

function buttonOf(shop: Window): CrmOAuthButton | null {
  try {
    return shop.document.querySelector('crm-oauth-button');
  } catch {
    // It is elsewhere.
    return null;
  }
}

const isAway = (shop: Window): boolean => !buttonOf(shop);

/** Comes back from the CRM with a response. */
const comeBack = (shop: Window, params: Record<string, string>): unknown =>
  (shop.location.href = `${REDIRECT}?${new URLSearchParams(params).toString()}`);

describe('with the whole page, the button', () => {
  it('goes to the CRM, and back at the shop it is as after a window', async () => {
    const shop = await visitShop({ mode: 'redirect' });
    const url = shop.location.href;
    buttonOf(shop)!.click();
    await until(() => outcomes().length);
    const button = await arrived(shop);
    const [[, response]] = outcomes() as [['success', AuthorizationResponse]];
    expect(response).to.include({ state: startsOf()[0], referer: 'acme.kommo.com', returnTo: url });
    expect(response.code).to.match(/.{16}/);
    expect(response.url, 'the page stays where it is').to.equal(undefined);
    expect(shop.location.href).to.equal(url);
    expect(button.status).to.equal('authorized');
    expect([keptItems(), Object.keys(shop.sessionStorage)], 'nothing is left behind').to.eql([[], []]);
  });

  it('is busy until the page goes, and has no other window to name', async () => {
    await behave({ answer: 'allow', delay: 1000 });
    const shop = await visitShop({ mode: 'redirect' });
    const button = buttonOf(shop)!;
    button.click();
    await button.updateComplete;
    expect(button.status).to.equal('waiting');
    expect(inside(button, 'button').getAttribute('aria-busy')).to.equal('true');
    expect(line(button)).to.equal('Connecting…');
    await until(() => outcomes().length);
  });

  it('promises no window to assistive technology', async () => {
    const shop = await visitShop({ mode: 'redirect' });
    expect(inside(buttonOf(shop)!, 'button').getAttribute('aria-description')).to.equal(null);
  });

  it('is told a refusal', async () => {
    await behave({ answer: 'deny' });
    const shop = await visitShop({ mode: 'redirect' });
    buttonOf(shop)!.click();
    await until(() => outcomes().length);
    expect(outcomes()).to.eql([['error', 'access_denied', 'provider']]);
    expect((await arrived(shop)).status).to.equal('denied');
  });

  it('comes back to the page that it names', async () => {
    const query = new URLSearchParams({ 'client-id': 'shop', server: sandboxUrl, at: 'settings' });
    const shop = await visitShop({ mode: 'redirect', 'return-to': `shop.html?${query.toString()}#crm` });
    buttonOf(shop)!.click();
    await until(() => outcomes().length);
    expect(shop.location.href).to.equal(`${HELPERS}shop.html?${query.toString()}#crm`);
  });

  it('leaves the response to the button that asked', async () => {
    const other = new URLSearchParams({ 'client-id': 'other' });
    const shop = await visitShop({ mode: 'redirect', 'return-to': `shop.html?${other.toString()}` });
    buttonOf(shop)!.click();
    await until(() => shop.location.search === `?${other.toString()}` && buttonOf(shop)?.shadowRoot);
    await aTimeout(300);
    expect(outcomes()).to.eql([]);
    shop.location.search = new URLSearchParams({ 'client-id': 'shop', server: sandboxUrl }).toString();
    await until(() => outcomes().length);
    expect(outcomes()[0]![0]).to.equal('success');
  });
});

const blockers: Record<string, unknown> = {
  'gives null': () => null,
  throws: () => {
    throw new Error('No windows here.');
  },
  'is undefined': undefined,
};
for (const [how, open] of Object.entries(blockers)) {
  describe(`where window.open ${how}, the button`, () => {
    it('offers a link, which goes there in the same tab and comes back', async () => {
      const shop = await visitShop();
      Object.assign(shop, { open });
      const button = buttonOf(shop)!;
      button.click();
      await until(() => button.status === 'blocked' && button.shadowRoot!.querySelector('a'));
      expect(outcomes()).to.eql([['error', 'popup_blocked', 'client']]);
      inside(button, 'a').click();
      await until(() => outcomes().length > 1);
      expect(outcomes()[1]![0]).to.equal('success');
      expect(startsOf(), 'one attempt').to.have.length(1);
    });

    it('goes there at once with fallback="redirect"', async () => {
      const shop = await visitShop({ fallback: 'redirect', mode: 'post_message' });
      Object.assign(shop, { open });
      buttonOf(shop)!.click();
      await until(() => outcomes().length);
      expect(outcomes().map(([what]) => what)).to.eql(['success']);
    });
  });
}

describe('of two tabs with one client', () => {
  it('each hears its own response, though they finish in reverse order', async () => {
    await behave({ answer: 'hang' });
    const [one, two] = [await visitShop({ mode: 'redirect' }), await visitShop({ mode: 'redirect' })];
    for (const shop of [one, two]) {
      buttonOf(shop)!.click();
      await until(() => isAway(shop));
    }
    const [first, second] = startsOf() as [string, string];
    comeBack(two, { code: 'of two', state: second });
    await until(() => outcomes().length === 1);
    comeBack(one, { code: 'of one', state: first });
    await until(() => outcomes().length === 2);
    const heard = outcomes().map((entry) => (entry[1] as AuthorizationResponse).code);
    expect(heard).to.eql(['of two', 'of one']);
    expect((await arrived(one)).status).to.equal('authorized');
    expect((await arrived(two)).status).to.equal('authorized');
  });
});

describe('the redirect page', () => {
  /** A shop that has gone to the CRM. */
  async function leave(): Promise<{ shop: Window; state: string }> {
    await behave({ answer: 'hang' });
    const shop = await visitShop({ mode: 'redirect' });
    buttonOf(shop)!.click();
    await until(() => isAway(shop));
    return { shop, state: startsOf()[0]! };
  }

  it('takes a response once', async () => {
    const { shop, state } = await leave();
    comeBack(shop, { code: 'c', state });
    await until(() => outcomes().length);
    await arrived(shop);
    // Nobody waits for it, but the window has an opener, which may.
    comeBack(shop, { code: 'again', state });
    await until(() => shop.closed || isAway(shop));
    await aTimeout(500);
    expect(outcomes()).to.have.length(1);
  });

  it('finds the transaction in the copy, where the browser came back in another tab', async () => {
    const { shop, state } = await leave();
    shop.close();
    const { tab } = await inClick(() => ({ tab: window.open('about:blank')! }));
    tab.sessionStorage.clear();
    comeBack(tab, { code: 'c', state });
    await until(() => outcomes().length);
    expect(outcomes()[0]![0]).to.equal('success');
  });

  it('takes no response that is not awaited', async () => {
    const { shop, state } = await leave();
    comeBack(shop, { code: 'planted', state: `not-${state}` });
    await aTimeout(1000);
    expect(outcomes()).to.eql([]);
  });
});

function hasThrown(task: () => boolean): boolean {
  try {
    return !task();
  } catch {
    return true;
  }
}

describe('Back from the CRM', () => {
  it('leads to a button that is idle and works', async () => {
    await behave({ answer: 'hang' });
    const shop = await visitShop({ mode: 'redirect' });
    buttonOf(shop)!.click();
    await until(() => isAway(shop));
    // A page that has not loaded yet leaves no entry in the history.
    await aTimeout(1000);
    // A page can't go back in the stead of another origin's.
    shop.location.href = `${HELPERS}page.html`;
    await until(() => !hasThrown(() => shop.document.title === 'A window'));
    shop.history.go(-2);
    const button = await arrived(shop);
    await until(() => button.status === 'idle');
    expect(inside(button, 'button').getAttribute('aria-busy')).to.equal(null);

    await behave({ answer: 'allow' });
    button.click();
    await until(() => outcomes().some(([what]) => what === 'success'));
    expect(startsOf()).to.have.length(2);
    expect(new Set(startsOf()).size, 'a state of its own').to.equal(2);
  });
});

describe('Back to a page that the browser has kept as it was', () => {
  it('finds a button that is idle and works', async () => {
    const query = new URLSearchParams({
      'client-id': 'shop',
      server: `${location.origin}/test/back`,
      mode: 'redirect',
    });
    // Only a page without an opener is kept.
    await inClick(() => ({
      none: window.open(`${HELPERS}shop.html?${query.toString()}#click`, '_blank', 'noopener'),
    }));
    await until(() => startsOf().length === 2);
    const backs = log().filter(([what]) => what === 'back');
    // An automated Firefox keeps no page.
    const persisted = !navigator.userAgent.includes('Firefox');
    expect(backs).to.eql([['back', { persisted, status: 'idle', isBusy: null }]]);
    // Whoever waits for the outcome is told that there is none.
    expect(outcomes()).to.eql(persisted ? [['error', 'aborted', 'client']] : []);
  });
});

describe('a hostile return-to', () => {
  const urls = [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example/',
    'https://evil.example/',
    `${location.origin}.evil.example/`,
    `${location.protocol}//user:secret@${location.host}/`,
    `${location.protocol}//${location.hostname}:1/`,
    'blob:https://evil.example/x',
  ];
  for (const url of urls) {
    it(`is an error, and the page stays: ${url}`, async () => {
      const shop = await visitShop({ mode: 'redirect', 'return-to': url });
      const said: unknown[] = [];
      Object.assign(Reflect.get(shop, 'console') as Console, { error: (text: unknown) => said.push(text) });
      const button = buttonOf(shop)!;
      button.click();
      await until(() => button.status === 'error');
      expect(outcomes()).to.eql([['error', 'invalid_configuration', 'client']]);
      expect(said).to.have.length(1);
      expect(said[0]).to.include('return-to').and.not.include('secret');
      expect(keptItems()).to.eql([]);
      expect(isAway(shop)).to.equal(false);
    });
  }
});
