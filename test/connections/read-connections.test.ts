import { expect } from '@open-wc/testing';
import { readClients, readConnections } from '../../src/connections/read-connections.js';
import { client, connection } from '../helpers/connections-server.js';

const row = connection('1', 'hubspot');
const read = (more: object): unknown => readConnections([{ ...row, ...more }])[0];

describe('readConnections()', () => {
  it('gives what the back end has said, and nothing else', () => {
    expect(read({ until: 5, secret: 'x', innerHTML: '<b>' })).to.eql({ ...row, until: 5 });
  });

  it('makes every row anew', () => {
    expect(readConnections([row])[0]).to.not.equal(row);
  });

  for (const answer of [undefined, null, {}, 'text', 1, { length: 1, 0: row }]) {
    it(`refuses what is no list: ${JSON.stringify(answer)}`, () => {
      expect(() => readConnections(answer)).to.throw(TypeError, 'JSON array');
    });
  }

  for (const [name, values] of Object.entries({
    id: [undefined, '', 1, {}, ['1'], '.', '..'],
    client: [undefined, '', 7, null],
    account: [undefined, '', 31000001],
    status: [undefined, 'idle', 'CONNECTED', ['connected'], { toString: () => 'connected' }],
    since: [undefined, '2026-03-14', NaN, Infinity, 8.64e15 + 1, new Date(0)],
  })) {
    for (const value of values) {
      it(`leaves out a row whose ${name} is ${typeof value} ${JSON.stringify(value)}`, () => {
        expect(readConnections([null, [], 'row', { ...row, [name]: value }, connection('2', 'zoho')])).to.eql(
          [connection('2', 'zoho')],
        );
      });
    }
  }

  it('leaves out what is optional and not as it should be', () => {
    expect(read({ accountName: { toString: () => 'x' }, host: 7, until: '5', provider: null })).to.eql({
      id: '1',
      client: 'hubspot',
      provider: 'hubspot',
      account: '100',
      host: '',
      status: 'connected',
      since: row.since,
    });
  });

  it('takes nothing from a prototype', () => {
    expect(readConnections([Object.create(row), JSON.parse('{"__proto__": {"id": "1"}}')])).to.eql([]);
  });

  it('keeps the first of two rows with one id', () => {
    expect(readConnections([row, connection('2', 'zoho'), { ...row, account: 'b' }])).to.eql([
      row,
      connection('2', 'zoho'),
    ]);
  });
});

describe('readClients()', () => {
  it('takes the settings that it knows, as texts', () => {
    const settings = { provider: 'zoho', clientId: 'a', region: 'eu' };
    const foreign = {
      allowedOrigins: 'https://evil.example',
      errorCallback: 'alert',
      stateUrl: '/elsewhere',
      mode: 'redirect',
      innerHTML: '<img>',
      open: 'x',
      constructor: 'x',
    };
    expect(
      readClients([{ name: 'zoho', settings: { ...settings, ...foreign, scopes: ['a'], server: 7 } }]),
    ).to.eql([{ name: 'zoho', settings }]);
  });

  it('takes a client without settings, and none without a name', () => {
    expect(readClients([{ name: 'kommo' }, { name: '' }, { name: 1 }, null, client('zoho')])).to.eql([
      { name: 'kommo', settings: {} },
      client('zoho'),
    ]);
  });

  it('keeps the first of two with one name', () => {
    expect(readClients([client('zoho'), client('zoho', { clientId: 'b' })])).to.eql([client('zoho')]);
  });

  it('takes nothing from a prototype', () => {
    const settings = Object.create({ clientId: 'x' }) as object;
    expect(readClients([{ name: 'zoho', settings }])).to.eql([{ name: 'zoho', settings: {} }]);
  });
});
