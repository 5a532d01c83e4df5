import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmConnections } from '../../src/connections.js';
import '../../src/connections.js';
import { all, connection, draw, MANY, one, serve, texts } from '../helpers/connections-server.js';

describe('the search field of <crm-connections>', () => {
  const server = serve();
  beforeEach(() => {
    server.clients = MANY;
    server.connections = [
      connection('1', 'kommo', { accountName: 'Ácme Trading' }),
      connection('2', 'zoho', { accountName: 'Globex', account: '62515', host: 'crm.zoho.eu' }),
    ];
  });

  const search = async (element: CrmConnections, query: string): Promise<string[]> => {
    const field = one(element, 'input') as HTMLInputElement;
    field.value = query;
    field.dispatchEvent(new Event('input'));
    await element.updateComplete;
    return texts(element, '.name');
  };

  it('is there from six cards on, with a name', async () => {
    server.clients = MANY.slice(0, 5);
    expect(all(await draw(), 'input')).to.be.empty;
    server.clients = MANY.slice(0, 6);
    const field = one(await draw(), 'input');
    expect(field.getAttribute('type')).to.equal('search');
    expect(field.getAttribute('aria-label')).to.equal('Search');
  });

  for (const [query, found] of Object.entries({
    hub: ['HubSpot'],
    'ACME ': ['Kommo'],
    ácme: ['Kommo'],
    glob: ['Zoho'],
    '62515': ['Zoho'],
    'zoho.eu': ['Zoho'],
    nothing: [],
  })) {
    it(`finds brands and accounts: "${query}"`, async () => {
      const element = await draw();
      expect(await search(element, query)).to.eql(found);
      expect(texts(element, '.search [role=status]')).to.eql([`Results: ${found.length}`]);
    });
  }

  it('keeps a card that it does not find, whose button may be at work', async () => {
    const element = await draw();
    const buttons = all(element, 'crm-oauth-button');
    await search(element, 'hub');
    await search(element, '');
    expect(all(element, 'crm-oauth-button')).to.eql(buttons);
  });

  it('is emptied by Escape, which then goes no further', async () => {
    const element = await draw();
    await search(element, 'hub');
    const escapes: boolean[] = [];
    const listener = ({ key, defaultPrevented }: KeyboardEvent): unknown =>
      key === 'Escape' && escapes.push(defaultPrevented);
    document.body.addEventListener('keydown', listener);
    one(element, 'input').focus();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect((one(element, 'input') as HTMLInputElement).value).to.equal('');
    expect(texts(element, '.name')).to.have.length(MANY.length);
    expect(texts(element, '.search [role=status]').join('')).to.equal('');
    await sendKeys({ press: 'Escape' });
    document.body.removeEventListener('keydown', listener);
    expect(escapes).to.eql([true, false]);
  });
});
