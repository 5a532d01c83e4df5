import { expect, fixture, html } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { inside, isShown, line, shows } from '../helpers/button.js';
import { until } from '../helpers/until.js';

describe('the button during an attempt', () => {
  let consent: FakeConsent;
  let button: CrmOAuthButton;

  beforeEach(async () => {
    consent = fakeConsent();
    button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button client-id="a" mode="post_message" lang="es" locale="auto"></crm-oauth-button>`,
    );
  });
  afterEach(() => consent.restore());

  const states = async (): Promise<unknown> => {
    await button.updateComplete;
    const { ariaDisabled, ariaBusy } = inside(button, 'button');
    const { disabled } = inside(button, 'button') as HTMLButtonElement;
    return { status: button.status, ariaDisabled, ariaBusy, disabled };
  };
  const block = async (): Promise<void> => {
    consent.block();
    button.click();
    await until(() => button.status === 'blocked');
    await button.updateComplete;
  };
  const idle = { ariaDisabled: null, ariaBusy: null, disabled: false };

  it('has an empty live region from the moment it has the focus', () => {
    expect(button.shadowRoot!.querySelector('[role=status]')).to.equal(null);
    button.focus();
    expect([...inside(button, '[role=status]').childNodes].filter(isShown)).to.have.length(0);
    expect(shows(button, '[role=status]')).to.be.false;
  });

  it('waits: busy, out of use for assistive technology, and yet with the focus', async () => {
    button.click();
    expect(await states()).to.deep.equal({
      status: 'waiting',
      ariaDisabled: 'true',
      ariaBusy: 'true',
      disabled: false,
    });
    expect(document.activeElement).to.equal(button);
    expect(line(button)).to.equal('Termina en la otra ventana.');
  });

  it('says for the ear alone that it waits, as the window speaks for itself', async () => {
    button.click();
    await button.updateComplete;
    expect(getComputedStyle(inside(button, '.status')).clipPath).to.equal('inset(50%)');
    expect(button.offsetHeight).to.equal(42);
  });

  it('opens no second window on a second click', async () => {
    button.click();
    button.click();
    await button.updateComplete;
    expect(consent.urls).to.have.length(1);
  });

  const endings: Record<string, [end: () => void, status: string, line: string]> = {
    'is refused': [() => consent.deny(), 'denied', 'Se denegó el acceso.'],
    'meets an error': [() => consent.deny('server_error'), 'error', 'Algo salió mal. Inténtalo de nuevo.'],
    'is given up': [() => button.cancel(), 'idle', ''],
    'is closed': [() => consent.close(), 'idle', ''],
    'is allowed': [() => consent.allow(), 'authorized', 'Conectado'],
  };

  for (const [how, [end, status, expected]] of Object.entries(endings)) {
    it(`${how}: it says so, is of use again, and has the focus`, async () => {
      button.focus();
      button.click();
      end();
      await until(() => button.status === status);
      expect(await states()).to.deep.equal({ status, ...idle });
      expect(line(button)).to.equal(expected);
      expect(document.activeElement).to.equal(button);
      expect(button.matches(`:state(${status})`)).to.be.true;
    });
  }

  it('offers a link where the window is blocked, to the CRM’s page without an opener, in this tab', async () => {
    await block();
    expect(await states()).to.deep.equal({ status: 'blocked', ...idle });
    expect(line(button)).to.equal('Tu navegador bloqueó la ventana. | Continuar en esta pestaña');
    const { href, target } = inside(button, 'a') as HTMLAnchorElement;
    const wanted = new URL(consent.urls[0]!);
    wanted.searchParams.set('mode', 'post_message');
    wanted.searchParams.delete('origin');
    expect([href, target]).to.deep.equal([wanted.href, '_top']);
  });

  it('speaks the language that the page takes up meanwhile', async () => {
    await block();
    button.lang = 'pt';
    await until(() => line(button) === 'O navegador bloqueou a janela. | Continuar nesta aba');
    expect(inside(button, '.status').lang).to.equal('pt');
  });

  it('leaves the line alone while nothing in it changes: the visitor may be there', async () => {
    await block();
    const link = inside(button, 'a');
    button.theme = 'dark';
    await button.updateComplete;
    expect(inside(button, 'a')).to.equal(link);
  });

  it('keeps its width, however long the line is', async () => {
    const { offsetWidth } = button;
    await block();
    expect(button.offsetWidth).to.equal(offsetWidth);
    expect(button.offsetHeight).to.be.above(60);
  });
});
