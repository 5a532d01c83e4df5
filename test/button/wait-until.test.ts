import { expect, fixture, html } from '@open-wc/testing';
import type { AuthorizationError, CrmOAuthButton, CrmOAuthErrorEvent } from '../../src/index.js';
import '../../src/index.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { inside, line } from '../helpers/button.js';
import { until } from '../helpers/until.js';

describe('waitUntil()', () => {
  let consent: FakeConsent;
  let button: CrmOAuthButton;
  const errors: AuthorizationError[] = [];

  beforeEach(async () => {
    consent = fakeConsent();
    button = await fixture(html`<crm-oauth-button client-id="shop" mode="post_message"></crm-oauth-button>`);
    button.addEventListener('crm-oauth-error', ({ error }: CrmOAuthErrorEvent) => errors.push(error));
  });
  afterEach(() => {
    consent.restore();
    errors.length = 0;
  });

  /** Connects, and gives the functions that settle the page's promise. */
  const connect = async (): Promise<PromiseWithResolvers<unknown> & { outcome: Promise<unknown> }> => {
    const task = Promise.withResolvers<unknown>();
    button.addEventListener('crm-oauth-success', (event) => event.waitUntil(task.promise), { once: true });
    const outcome = button.authorize().catch((error: unknown) => error);
    consent.allow();
    await until(() => line(button) === 'Connecting…');
    return { ...task, outcome };
  };

  it('keeps the button busy, and not connected, until the promise fulfils', async () => {
    const { resolve, outcome } = await connect();
    expect(button.status).to.equal('waiting');
    expect(inside(button, 'button').getAttribute('aria-busy')).to.equal('true');
    expect(consent.isOpen).to.equal(false);
    resolve('anything');
    expect(await outcome).to.include({ code: 'fake-code' });
    expect(button.status).to.equal('authorized');
    await button.updateComplete;
    expect(inside(button, 'button').getAttribute('aria-busy')).to.equal(null);
    expect(line(button)).to.equal('Connected');
    expect(errors).to.eql([]);
  });

  it('ends with completion_failed if it rejects, whose reason is the cause', async () => {
    const { reject, outcome } = await connect();
    const reason = new Error('The server has lost the code.');
    reject(reason);
    const error = await outcome;
    expect(error).to.include({ code: 'completion_failed', kind: 'client', clientId: 'shop', cause: reason });
    expect(error).to.include({ message: 'The server has lost the code.' });
    expect(errors).to.eql([error]);
    expect(button.status).to.equal('error');
    await button.updateComplete;
    expect(line(button)).to.equal('Something went wrong. Try again.');
  });

  it('waits for all of several promises', async () => {
    const second = Promise.withResolvers<unknown>();
    button.addEventListener('crm-oauth-success', (event) => event.waitUntil(second.promise));
    const first = await connect();
    first.resolve(1);
    await Promise.resolve();
    expect(button.status).to.equal('waiting');
    second.resolve(2);
    await until(() => button.status === 'authorized');
  });

  it('starts no second attempt meanwhile', async () => {
    const { resolve, outcome } = await connect();
    button.click();
    const joined = button.authorize();
    expect(consent.urls).to.have.length(1);
    resolve(undefined);
    expect(await joined).to.equal(await outcome);
  });

  it('holds back a status of the page’s own', async () => {
    const { resolve } = await connect();
    button.authorized = true;
    expect(button.status).to.equal('waiting');
    resolve(undefined);
    await until(() => button.status === 'authorized');
  });

  it('is too late after the event', async () => {
    let thrown: unknown;
    button.addEventListener('crm-oauth-success', (event) => {
      setTimeout(() => {
        try {
          event.waitUntil(Promise.resolve());
        } catch (error) {
          thrown = error;
        }
      });
    });
    button.authorize().catch(() => undefined);
    consent.allow();
    await until(() => thrown);
    expect(thrown).to.include({ name: 'InvalidStateError' });
    expect((thrown as Error).message).to.include('before its first await');
    expect(button.status).to.equal('authorized');
  });

  it('is not needed: the button is connected at once, when the event has been heard', async () => {
    const statuses: string[] = [];
    button.addEventListener('crm-oauth-success', () => statuses.push(button.status));
    const outcome = button.authorize();
    consent.allow();
    await outcome;
    expect([...statuses, button.status]).to.eql(['waiting', 'authorized']);
  });
});
