import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmConnections } from '../../src/connections.js';
import '../../src/connections.js';
import { all, connection, draw, one, serve, texts } from '../helpers/connections-server.js';
import { recordConsole } from '../helpers/console.js';
import { until } from '../helpers/until.js';

describe('disconnecting in <crm-connections>', () => {
  const server = serve();
  recordConsole('error');

  const deletions = (): string[] => server.asked.filter((request) => request.startsWith('DELETE'));
  const focused = (element: CrmConnections): Element | null | undefined => element.shadowRoot!.activeElement;
  const ask = async (element: CrmConnections): Promise<void> => {
    one(element, '.leave').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element)?.matches('.cancel'));
  };
  const confirm = async (element: CrmConnections): Promise<void> => {
    await ask(element);
    one(element, '.confirm').focus();
    await sendKeys({ press: 'Enter' });
  };

  it('asks first, in a group that has the question as its name, and focuses the harmless answer', async () => {
    const element = await draw();
    expect(texts(element, '.leave')[0]).to.match(/^Disconnect\s+Acme Trading$/);
    await ask(element);
    expect(deletions()).to.be.empty;
    const group = one(element, '[role=group]');
    const name = one(element, `#${String(group.getAttribute('aria-labelledby'))}`);
    expect(name.textContent.replaceAll(/[\u2068\u2069]/g, '')).to.include('Disconnect Acme Trading?');
  });

  for (const key of ['Escape', 'Enter']) {
    it(`is called off by ${key} there, and the focus returns`, async () => {
      const element = await draw();
      await ask(element);
      await sendKeys({ press: key });
      await until(() => focused(element)?.matches('.leave'));
      expect(all(element, '[role=group]')).to.be.empty;
      expect(deletions()).to.be.empty;
    });
  }

  it('keeps Escape from what is around it', async () => {
    const element = await draw();
    await ask(element);
    let heard = false;
    element.addEventListener('keydown', () => (heard = true));
    await sendKeys({ press: 'Escape' });
    await until(() => focused(element)?.matches('.leave'));
    expect(heard).to.be.false;
  });

  it('asks about one account at a time', async () => {
    server.connections = [connection('1', 'hubspot'), connection('2', 'pipedrive')];
    const element = await draw();
    await ask(element);
    one(element, '.leave').click();
    await element.updateComplete;
    expect(all(element, '[role=group]')).to.have.length(1);
  });

  it('deletes the connection with the header that no other site can send, and moves the focus to the card’s button', async () => {
    server.connections = [connection('a/b?c', 'hubspot')];
    const element = await draw();
    const removed: number[] = [];
    element.addEventListener('crm-connections-change', ({ connections }) => removed.push(connections.length));
    server.removal = 204;
    await confirm(element);
    await until(() => focused(element)?.matches('crm-oauth-button'));
    expect(deletions()).to.eql(['DELETE /crm/connections/a%2Fb%3Fc']);
    const request = server.requests.find(({ method }) => method === 'DELETE');
    expect(request?.headers).to.eql({ 'x-crm-oauth': '1' });
    expect(texts(element, '.none')).to.have.length(2);
    expect(removed[0]).to.equal(0);
    expect(focused(element)).to.equal(one(element, '.card').querySelector('crm-oauth-button'));
    const [said] = all(element, '[role=status]');
    expect(said!.textContent.replaceAll(/[\u2068\u2069]/g, '')).to.equal('Disconnected: Acme Trading');
  });

  it('takes the row away also if no new list comes', async () => {
    const element = await draw();
    await ask(element);
    server.connections = 'offline';
    one(element, '.confirm').click();
    await until(() => element.matches(':state(offline)'));
    await element.updateComplete;
    expect(all(element, '.account')).to.be.empty;
  });

  it('takes what is gone already for gone', async () => {
    const element = await draw();
    server.connections = [];
    server.removal = 404;
    await confirm(element);
    await until(() => element.connections.length === 0);
  });

  for (const removal of [500, 403, 'offline'] as const) {
    it(`keeps the row if it fails, and says so: ${removal}`, async () => {
      const element = await draw();
      server.removal = removal;
      await confirm(element);
      await until(() => all(element, '[role=alert]').length);
      expect(texts(element, '[role=alert]')).to.eql(['That did not work. Try again.']);
      expect(texts(element, '.account-name')).to.eql(['Acme Trading']);
      expect(focused(element)?.matches('.confirm'), 'to try again').to.be.true;
      server.removal = 204;
      await sendKeys({ press: 'Enter' });
      await until(() => element.connections.length === 0);
    });
  }

  it('shows nothing any more to someone who is signed out', async () => {
    const element = await draw();
    server.removal = 401;
    await confirm(element);
    await until(() => element.matches(':state(signed-out)'));
    expect(all(element, '.card')).to.be.empty;
  });

  it('asks the server once, and can’t be called off any more', async () => {
    const element = await draw();
    server.removal = 'never';
    await confirm(element);
    await until(() => deletions().length);
    await element.updateComplete;
    expect(one(element, '.account').getAttribute('aria-busy')).to.equal('true');
    one(element, '.confirm').click();
    one(element, '.cancel').click();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(deletions()).to.have.length(1);
    expect(all(element, '[role=group]')).to.have.length(1);
  });

  it('removes an account that is disconnected at the CRM without a question', async () => {
    server.connections = [connection('1', 'hubspot', { status: 'disconnected' })];
    const element = await draw();
    expect(texts(element, '.account .status')).to.eql(['Disconnected at the CRM']);
    expect(texts(element, '.leave')[0]).to.match(/^Remove\s+Acme Trading$/);
    one(element, '.leave').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element)?.matches('crm-oauth-button'));
    expect(deletions()).to.have.length(1);
  });
});
