import { expect } from '@open-wc/testing';
import { codeChallenge, preparePair, takePair } from '../../src/providers/pkce.js';

describe('codeChallenge()', () => {
  const vectors: Record<string, string> = {
    // RFC 7636, appendix B.
    'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk': 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    // RingCentral Embeddable's documents.
    pIUgx4tiqFpaOUz0HMc_QbIyQlL901w8mRmkrmhEJ_E: '_drLS7o5FwkfUiBhlq2hwJnK_SC6yE7sKOde5O1fdzk',
  };
  for (const [verifier, challenge] of Object.entries(vectors)) {
    it(`of ${verifier} is ${challenge}`, async () => {
      expect(await codeChallenge(verifier)).to.equal(challenge);
    });
  }
});

describe('takePair()', () => {
  it('has none before one was prepared, and says what to do', () => {
    expect(() => takePair()).to.throw(TypeError, 'before the click, or await request.ready');
  });

  it('has none in the very task in which it is prepared', async () => {
    const ready = preparePair();
    expect(() => takePair()).to.throw(TypeError);
    await ready;
    expect(() => takePair()).not.to.throw();
  });

  it('gives a verifier of 43 characters with its challenge', async () => {
    await preparePair();
    const pair = takePair();
    expect(pair.codeVerifier).to.match(/^[\w-]{43}$/);
    expect(pair.codeChallenge).to.equal(await codeChallenge(pair.codeVerifier));
  });

  it('gives each pair once, and prepares the next by itself', async () => {
    await preparePair();
    const verifiers = new Set<string>();
    for (let taken = 0; taken < 100; taken += 1) {
      verifiers.add(takePair().codeVerifier);
      expect(() => takePair(), 'a second time').to.throw(TypeError);
      await preparePair();
    }
    expect(verifiers.size).to.equal(100);
  });

  it('prepares one pair, however many ask for it', async () => {
    await preparePair();
    takePair();
    expect(preparePair()).to.equal(preparePair());
    await preparePair();
  });

  it('says that PKCE needs a secure page, and the page does not break', async () => {
    const { subtle } = crypto;
    await preparePair();
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      takePair();
      await preparePair();
      expect(() => takePair())
        .to.throw(Error, /https, or from localhost/)
        .and.not.instanceOf(TypeError);
    } finally {
      Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
    }
  });
});
