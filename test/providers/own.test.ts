import { expect } from '@open-wc/testing';
import { own } from '../../src/providers/own.js';

describe('own()', () => {
  it('copies what an object has itself, without a prototype', () => {
    const given = Object.assign(Object.create({ inherited: 1 }) as object, { a: 1 });
    const copy = own(given);
    expect({ ...copy }).to.eql({ a: 1 });
    expect(copy).not.to.equal(given);
    expect(Object.getPrototypeOf(copy)).to.equal(null);
    expect('inherited' in copy).to.equal(false);
  });

  it('is empty for whatever is no object', () => {
    for (const value of [undefined, null, 'text', 1, true, () => 1])
      expect(Object.keys(own(value))).to.eql([]);
  });
});
