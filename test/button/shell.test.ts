import { expect, fixture, html } from '@open-wc/testing';
import { CrmOAuthButton, type CrmOAuthStartEvent, type OpenInShell } from '../../src/index.js';
import { line } from '../helpers/button.js';
import { until } from '../helpers/until.js';
import { recordWindows } from '../helpers/windows.js';

describe('in a shell, the button', () => {
  const { asked } = recordWindows();
  let button: CrmOAuthButton;
  let started: CrmOAuthStartEvent | undefined;
  /** The shell’s windows so far. */
  let shown: { url: string; signal: AbortSignal; comeBack: (query: string) => void }[];

  beforeEach(async () => {
    shown = [];
    button = await fixture(html`<crm-oauth-button client-id="shop" mode="post_message"></crm-oauth-button>`);
    button.addEventListener('crm-oauth-start', (event) => (started = event));
    button.open = (url, signal) =>
      new Promise((resolve) =>
        shown.push({ url, signal, comeBack: (query) => resolve(`https://shop.example/callback?${query}`) }),
      );
    button.click();
  });
  afterEach(() => {
    button.cancel();
    expect(asked).to.eql([]);
  });
  const back = (parameters: string): void => shown.at(-1)!.comeBack(`${parameters}&state=${started!.state}`);

  it('shows the CRM’s page for a whole page, and hears the URL that came back', async () => {
    expect(shown.map(({ url }) => url)).to.eql([started!.url]);
    expect(started!.url).to.not.include('origin=');
    back('code=c&referer=acme.kommo.com');
    await until(() => button.status === 'authorized');
    expect(shown[0]!.signal.aborted).to.equal(true);
  });

  it('offers to cancel and to open again, for nobody says that the shell was closed', async () => {
    await until(() => button.status === 'detached');
    await button.updateComplete;
    expect(line(button)).to.equal('Finish in the other window. | Cancel | Open again');
    const [cancel, reopen] = button.shadowRoot!.querySelectorAll<HTMLElement>('.action');
    reopen!.click();
    expect(shown).to.have.length(2);
    expect(shown[1]!.url).to.equal(shown[0]!.url);
    cancel!.click();
    await until(() => button.status === 'idle');
    expect(shown.every(({ signal }) => signal.aborted)).to.equal(true);
  });

  it('opens nothing twice', () => {
    button.click();
    expect(shown).to.have.length(1);
  });

  it('goes there with mode="redirect", too, and stays on its page', async () => {
    button.cancel();
    await until(() => button.status === 'idle');
    button.mode = 'redirect';
    button.click();
    expect(shown).to.have.length(2);
    back('error=access_denied');
    await until(() => button.status === 'denied');
  });

  it('takes the shell that was set before it was defined', async () => {
    const Late = class extends CrmOAuthButton {};
    const late = document.createElement('late-button');
    const urls: string[] = [];
    const open: OpenInShell = (url) => {
      urls.push(url);
      return Promise.resolve(undefined);
    };
    Object.assign(late, { open });
    late.setAttribute('client-id', 'shop');
    await fixture(html`${late}`);
    customElements.define('late-button', Late);
    late.shadowRoot!.querySelector('button')!.click();
    expect(urls).to.have.length(1);
  });
});
