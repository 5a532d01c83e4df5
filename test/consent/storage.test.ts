import { expect } from '@open-wc/testing';
import { readItem, storeItem } from '../../src/consent/storage.js';

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
});
