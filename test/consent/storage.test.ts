import { expect } from '@open-wc/testing';
import { channelName } from '../../src/consent/channel.js';
import { KEPT_STATE, KEPT_VERIFIER, readItem, storeItem } from '../../src/consent/storage.js';

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
    expect([KEPT_STATE, KEPT_VERIFIER, channelName('s')]).to.eql([
      'crm-oauth',
      'crm-oauth-verifier',
      'crm-oauth:s',
    ]);
  });
});
