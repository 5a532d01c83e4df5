import { expect } from '@open-wc/testing';
import { channelName } from '../../src/consent/channel.js';
import {
  findTransaction,
  forgetTransaction,
  keepTransaction,
  type KeptTransaction,
  sweepTransactions,
} from '../../src/consent/kept-transactions.js';

const kept = (state: string, more: Partial<KeptTransaction> = {}): KeptTransaction => ({
  provider: 'test',
  clientId: 'shop',
  mode: 'post_message',
  state,
  codeVerifier: undefined,
  issuer: undefined,
  ...more,
});
const STORAGES = ['sessionStorage', 'localStorage'] as const;
const MINUTES = 60_000;

describe('a kept transaction', () => {
  const { now } = Date;
  const real = STORAGES.map((name) => [name, Object.getOwnPropertyDescriptor(window, name)!] as const);
  afterEach(() => {
    Date.now = now;
    for (const [name, descriptor] of real) Object.defineProperty(window, name, descriptor);
    localStorage.clear();
    sessionStorage.clear();
  });

  const block = (name: (typeof STORAGES)[number]): unknown =>
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });

  for (const storage of STORAGES) {
    it(`is found in ${storage} alone, with all that its response needs`, () => {
      const whole = {
        codeVerifier: 'v',
        issuer: 'https://id.example',
        returnTo: '/back',
        appState: { cart: [1] },
      };
      expect(keepTransaction(kept('s', whole), storage)).to.equal(true);
      expect(findTransaction('s')).to.deep.include({ ...whole, provider: 'test', clientId: 'shop' });
      expect(
        window[storage].getItem('crm-oauth-kept:s'),
        'the redirect page may have another version',
      ).to.be.a('string');
    });

    it(`is found where ${storage} is blocked`, () => {
      const other = STORAGES.find((name) => name !== storage)!;
      keepTransaction(kept('s'), other);
      block(storage);
      expect(findTransaction('s')?.state).to.equal('s');
      forgetTransaction('s');
      expect(window[other]).to.have.length(0);
    });
  }

  it('is none where every storage is blocked, and says so', () => {
    STORAGES.forEach(block);
    expect(STORAGES.map((storage) => keepTransaction(kept('s'), storage))).to.eql([undefined, undefined]);
    expect(findTransaction('s')).to.equal(undefined);
    forgetTransaction('s');
    sweepTransactions();
  });

  it('is one of many, each by its state', () => {
    keepTransaction(kept('a', { codeVerifier: 'of a' }));
    keepTransaction(kept('b', { codeVerifier: 'of b' }));
    expect(findTransaction('b')?.codeVerifier).to.equal('of b');
    forgetTransaction('b');
    expect(findTransaction('b')).to.equal(undefined);
    expect(findTransaction('a')?.codeVerifier).to.equal('of a');
  });

  it('is forgotten in both storages', () => {
    for (const storage of STORAGES) keepTransaction(kept('s'), storage);
    forgetTransaction('s');
    expect([localStorage.length, sessionStorage.length]).to.eql([0, 0]);
  });

  it('is good for 20 minutes', () => {
    const start = now();
    const at = (ms: number): unknown => {
      Date.now = () => start + ms;
      return findTransaction('s')?.state;
    };
    Date.now = () => start;
    keepTransaction(kept('s'));
    expect([0, 20 * MINUTES - 1, 20 * MINUTES, -1].map(at)).to.eql(['s', 's', undefined, undefined]);
  });

  it('is swept away once it is over, and nothing else is', () => {
    const start = now();
    for (const storage of STORAGES) keepTransaction(kept('old'), storage);
    Date.now = () => start + 21 * MINUTES;
    keepTransaction(kept('new'), 'localStorage');
    localStorage.setItem('crm-oauth-kept:broken', '{');
    const others = { cart: '[1]', [channelName('s')]: 'waiting', 'crm-oauth-kept': 'of the page' };
    for (const [key, value] of Object.entries(others)) localStorage.setItem(key, value);
    sweepTransactions();
    expect(sessionStorage).to.have.length(0);
    expect(Object.keys(localStorage)).to.have.members(['crm-oauth-kept:new', ...Object.keys(others)]);
  });

  it('is none where something else stands in its place', () => {
    const items = ['', 'a', '"a"', 'null', '[]', '{}', '{"state":"s"}', '{"state":"s","time":null}'];
    for (const item of items) {
      localStorage.setItem('crm-oauth-kept:s', item);
      expect(findTransaction('s'), item).to.equal(undefined);
    }
  });
});
