import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { amocrm, kommo } from '../../src/providers/kommo/request.js';
import { encodeQuery, parseWebUrl, secureUrl } from '../../src/providers/url.js';

/** Anything that a page may have in an attribute, with much of what is special in a URL. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        ...`% & + # ? = ' " < > ; : / \\ , %25 %26 %2 %zz %%41 %ff %D0%96`.split(' '),
        ' ',
        '\t',
        '\n',
        '\0',
        '\uD800',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const someText = text.filter(Boolean);
const page = fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] });
const uri = text.map((query) => `https://shop.example/callback?${query}`);
const scope = fc.stringMatching(/^[^\s,%]+$/);

/** Decodes a value as a server does: escapes are bytes, everything else is UTF-8. Independent of the code under test. */
function decode(value: string): string {
  const bytes = value
    .split(/(%[\da-f]{2})/i)
    .flatMap((part, index) =>
      index % 2 ? [Number.parseInt(part.slice(1), 16)] : [...new TextEncoder().encode(part)],
    );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
}

describe('encodeQuery', () => {
  const encoded: Record<string, string> = {
    plain: 'plain',
    'a b+c&d=e#f?g/h': 'a%20b%2Bc%26d%3De%23f%3Fg%2Fh',
    '{"a":"b&c"}': '%7B%22a%22%3A%22b%26c%22%7D',
    'aGk+PT0/==': 'aGk%2BPT0%2F%3D%3D',
    'Привет 👋': '%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%20%F0%9F%91%8B',
    'by%20hand%26': 'by%20hand%26',
    'by%2520hand': 'by%2520hand',
    '100%': '100%25',
    '%zz %4 %%41': '%25zz%20%254%20%25%41',
    'lone \uD83D surrogate': 'lone%20%EF%BF%BD%20surrogate',
  };
  for (const [value, expected] of Object.entries(encoded)) {
    it(`encodes ${JSON.stringify(value)}`, () => {
      expect(encodeQuery(new URLSearchParams({ value }))).to.equal(`value=${expected}`);
    });
  }

  it('keeps the order, what is empty, and what is there twice', () => {
    const parameters = new URLSearchParams([
      ['b', '1'],
      ['a', ''],
      ['c', '2'],
      ['c', '3'],
    ]);
    expect(encodeQuery(parameters)).to.equal('b=1&a=&c=2&c=3');
  });

  it('gives a server every value, whatever it is', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const url = new URL(`https://a.example/?${encodeQuery(new URLSearchParams({ first, second }))}`);
        expect(url.hash).to.equal('');
        expect([...url.searchParams]).to.eql([
          ['first', decode(first)],
          ['second', decode(second)],
        ]);
      }),
    );
  });
});

describe('the consent page’s URL', () => {
  it('carries a client id', () => {
    fc.assert(
      fc.property(someText, someText, text, page, (clientId, state, scopes, href) => {
        for (const crm of [kommo, amocrm]) {
          const url = new URL(crm({ clientId, scopes, name: scopes }).prepare(state, href).url);
          expect([...url.searchParams]).to.eql([
            ['state', decode(state)],
            ['mode', 'popup'],
            ['origin', href],
            ['client_id', decode(clientId)],
          ]);
        }
      }),
    );
  });

  it('carries the metadata', () => {
    const metadata = fc.record({
      name: someText,
      description: text,
      redirectUri: uri,
      secretsUri: uri,
      logo: text,
    });
    fc.assert(
      fc.property(metadata, fc.array(scope), text, page, (options, scopes, state, href) => {
        const { name, description, redirectUri, secretsUri, logo } = options;
        const url = new URL(kommo({ ...options, scopes: scopes.join(', ') }).prepare(state, href).url);
        expect([...url.searchParams]).to.eql([
          ['state', decode(state)],
          ['mode', 'popup'],
          ['origin', href],
          ['name', decode(name)],
          ['description', decode(description)],
          ['redirect_uri', decode(redirectUri)],
          ['secrets_uri', decode(secretsUri)],
          ['logo', decode(logo)],
          ...scopes.map((value) => ['scopes[]', decode(value)]),
        ]);
      }),
    );
  });
});

describe('parseWebUrl', () => {
  it('parses http and https, and nothing else', () => {
    expect(parseWebUrl('https://a.example/b')?.pathname).to.equal('/b');
    expect(parseWebUrl('HTTP://a.example')?.protocol).to.equal('http:');
    for (const text of [
      '',
      '/b',
      '//a.example',
      'javascript:alert(1)',
      'data:text/html,',
      'ftp://a',
      undefined,
    ]) {
      expect(parseWebUrl(text), String(text)).to.equal(undefined);
    }
  });
});

describe('secureUrl', () => {
  it('takes https, and http on this machine', () => {
    for (const url of [
      'https://shop.example/a?b#c',
      'HTTPS://shop.example',
      'http://localhost',
      'http://LOCALHOST:80/',
      'http://127.0.0.1:8080/a',
      'http://[::1]/',
    ]) {
      expect(secureUrl('name', url).href).to.equal(new URL(url).href);
    }
  });

  it('refuses any other, and names it without its credentials, and the remedy', () => {
    const shown = (url: string): string => url.slice(url.indexOf('@') + 1);
    for (const url of [
      'http://shop.example',
      'http://localhost.example',
      'http://localhost@shop.example',
      'http://localhost:x@evil.example',
      'http://127.0.0.1:80@evil.example/',
      'http://[::1]:@evil.example',
      'http://localhost:secret@localhost',
      'https://user:secret@shop.example',
      'http://localhost.',
      'http://127.0.0.2',
      'http://127.0.0.1.example',
      'http://shop.example/https://localhost/',
      'ftp://localhost',
      'javascript:alert(1)//https:',
      '/callback',
      '',
    ]) {
      expect(() => secureUrl('data-name', url), url).to.throw(
        TypeError,
        `data-name must be a full https URL without credentials, not "${shown(url)}".`,
      );
    }
  });
});
