import { expect } from '@open-wc/testing';
import { channelName } from '../../src/consent/channel.js';
import {
  forgetKeptAttempt,
  KEPT,
  keepAttempt,
  readItem,
  readKeptAttempt,
  storeItem,
} from '../../src/consent/storage.js';

describe('storage', () => {
  const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
  afterEach(() => {
    Object.defineProperty(window, 'localStorage', real);
    localStorage.clear();
  });

  it('stores, reads and removes', () => {
    storeItem('key', 'value');
    expect(localStorage.getItem('key')).to.equal('value');
    expect(readItem('key')).to.equal('value');
    storeItem('key', undefined);
    expect(localStorage).to.have.length(0);
    expect(readItem('key')).to.equal(null);
  });

  it('is no error where there is none', () => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
      configurable: true,
    });
    storeItem('key', 'value');
    storeItem('key', undefined);
    expect(readItem('key')).to.equal(undefined);
  });

  it('is shared with the redirect page, which may have another version of these names', () => {
    expect([KEPT, channelName('s')]).to.eql(['crm-oauth', 'crm-oauth:s']);
  });
});

describe('the kept attempt', () => {
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
    localStorage.clear();
  });

  it('is the last one, with its verifier, until it is forgotten', () => {
    keepAttempt({ state: 'a', codeVerifier: 'v' });
    expect(readKeptAttempt()).to.eql({ state: 'a', codeVerifier: 'v' });
    keepAttempt({ state: 'b' });
    expect(readKeptAttempt()).to.eql({ state: 'b', codeVerifier: undefined });
    forgetKeptAttempt();
    expect(readKeptAttempt()).to.equal(undefined);
    expect(localStorage).to.have.length(0);
  });

  it('is good for 20 minutes', () => {
    const start = now();
    const at = (ms: number): unknown => {
      Date.now = () => start + ms;
      return readKeptAttempt()?.state;
    };
    Date.now = () => start;
    keepAttempt({ state: 'a' });
    expect([0, 20 * 60_000 - 1, 20 * 60_000, -1].map(at)).to.eql(['a', 'a', undefined, undefined]);
  });

  it('is none where something else stands in its place', () => {
    for (const item of ['', 'a', '"a"', 'null', '[]', '{}', '{"state":"a"}', '{"state":"a","time":null}']) {
      localStorage.setItem(KEPT, item);
      expect(readKeptAttempt(), item).to.equal(undefined);
    }
  });
});
