import { expect, fixture, html } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';
import { click } from '../helpers/click.js';
import { recordWindows } from '../helpers/windows.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';

/** The event of an engine that knows invoker commands, or one like it. */
function command(name: string): Event {
  const Known = Reflect.get(window, 'CommandEvent') as
    (new (type: string, init: object) => Event) | undefined;
  return Known
    ? new Known('command', { command: name })
    : Object.assign(new Event('command'), { command: name });
}

describe('the command --authorize', () => {
  let consent: FakeConsent;
  let button: CrmOAuthButton;
  beforeEach(async () => {
    consent = fakeConsent();
    button = await fixture(html`<crm-oauth-button client-id="shop"></crm-oauth-button>`);
  });
  afterEach(() => {
    button.cancel();
    consent.restore();
  });

  it('authorizes, like a click', () => {
    button.dispatchEvent(command('--authorize'));
    expect(consent.urls).to.have.length(1);
    expect(button.status).to.equal('waiting');
  });

  it('authorizes again where the CRM is connected', () => {
    button.authorized = true;
    button.addEventListener('crm-oauth-disconnect', () => expect.fail('Nobody asked for that.'));
    button.dispatchEvent(command('--authorize'));
    expect(consent.urls).to.have.length(1);
  });

  it('can be prevented, like a click', () => {
    button.addEventListener('crm-oauth-request', (event) => event.preventDefault());
    button.dispatchEvent(command('--authorize'));
    expect(consent.urls).to.have.length(0);
  });

  it('does nothing on a disabled button', () => {
    button.disabled = true;
    button.dispatchEvent(command('--authorize'));
    expect(consent.urls).to.have.length(0);
  });

  it('is the only one', () => {
    for (const name of ['--connect', 'authorize', 'show-modal', '']) button.dispatchEvent(command(name));
    expect(consent.urls).to.have.length(0);
  });
});

describe('a button with the command --authorize', () => {
  const { opened } = recordWindows();

  it('opens the window in its click, and keeps the focus', async function () {
    if (!('commandForElement' in HTMLButtonElement.prototype)) this.skip();
    const page = await fixture<HTMLElement>(html`
      <div>
        <button command="--authorize" commandfor="crm">Connect</button>
        <crm-oauth-button id="crm" client-id="shop" server=${location.origin}></crm-oauth-button>
      </div>
    `);
    const own = page.querySelector('button')!;
    own.focus();
    await click(own);
    expect(opened).to.have.length(1);
    expect(document.activeElement).to.equal(own);
    page.querySelector<CrmOAuthButton>('#crm')!.cancel();
  });
});
