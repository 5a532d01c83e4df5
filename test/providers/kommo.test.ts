import { expect } from '@open-wc/testing';
import { amocrm, kommo, type KommoOptions } from '../../src/providers/kommo/request.js';

const PAGE = 'https://shop.example/checkout?a=1&b=2#/route?x=1&y';
const METADATA: KommoOptions = {
  name: 'Shop',
  redirectUri: 'https://shop.example/callback',
  secretsUri: 'https://shop.example/secrets',
};

const urlOf = (request: ReturnType<typeof kommo>): URL => new URL(request.prepare('s', PAGE).url);

describe('kommo()', () => {
  const paths: Record<string, string> = {
    en: '/oauth/',
    es: '/es/oauth/',
    pt: '/br/oauth/',
    id: '/id/oauth/',
    ru: '/oauth/',
    xx: '/oauth/',
    '': '/oauth/',
  };
  for (const [locale, path] of Object.entries(paths)) {
    it(`goes to ${path} for the locale "${locale}"`, () => {
      const url = urlOf(kommo({ clientId: 'a', locale }));
      expect(url.origin + url.pathname).to.equal(`https://www.kommo.com${path}`);
    });
  }

  it('writes the parameters in the CRM’s order', () => {
    const names = (options: KommoOptions): string[] => [...urlOf(kommo(options)).searchParams.keys()];
    const scopes = 'crm,notifications';
    expect(names({ clientId: 'a' })).to.eql(['state', 'mode', 'origin', 'client_id']);
    expect(names({ ...METADATA, scopes })).to.eql(
      'state mode origin name description redirect_uri secrets_uri logo scopes[] scopes[]'.split(' '),
    );
  });

  for (const [name, provider, server] of [
    ['kommo', kommo, 'https://www.kommo.com/es'],
    ['amocrm', amocrm, 'https://www.amocrm.ru'],
  ] as const) {
    it(`asks ${name} with the whole page as the vendor’s samples do: nobody waits in an opener`, () => {
      for (const options of [{ clientId: 'a' }, METADATA]) {
        const { url, pageUrl } = provider({ ...options, locale: 'es' }).prepare('s', PAGE);
        const wanted = new URL(url);
        wanted.searchParams.delete('origin');
        wanted.searchParams.set('mode', 'post_message');
        expect(pageUrl!.startsWith(`${server}/oauth/?state=s&mode=post_message&`)).to.equal(true);
        expect([...new URL(pageUrl!).searchParams]).to.eql([...wanted.searchParams]);
      }
    });
  }

  it('lets the client id win over the metadata', () => {
    const { searchParams } = urlOf(kommo({ ...METADATA, clientId: 'a', scopes: 'crm' }));
    expect([...searchParams.keys()]).to.eql(['state', 'mode', 'origin', 'client_id']);
  });

  it('hands over the whole address of the page, and the mode', () => {
    const { searchParams } = urlOf(kommo({ clientId: 'a', mode: 'post_message' }));
    expect(searchParams.get('origin')).to.equal(PAGE);
    expect(searchParams.get('mode')).to.equal('post_message');
    expect(urlOf(kommo({ clientId: 'a' })).searchParams.get('mode')).to.equal('popup');
  });

  it('splits the scopes', () => {
    const scopes = (text?: string): string[] =>
      urlOf(kommo({ ...METADATA, scopes: text })).searchParams.getAll('scopes[]');
    expect(scopes('crm')).to.eql(['crm']);
    expect(scopes(' crm , notifications,')).to.eql(['crm', 'notifications']);
    expect(scopes('')).to.eql([]);
    expect(scopes()).to.eql([]);
  });

  for (const lacking of [{}, { ...METADATA, name: '' }, { ...METADATA, redirectUri: '' }, { name: 'Shop' }]) {
    it(`says what is missing from ${JSON.stringify(lacking)}`, () => {
      const names = /data-client-id.*data-name.*data-redirect_uri.*data-secrets_uri/;
      expect(() => urlOf(kommo(lacking))).to.throw(TypeError, names);
    });
  }

  const insecure = [
    'http://shop.example',
    '/callback',
    'javascript:alert(1)',
    'http://localhost.example',
    'https:',
  ];
  for (const uri of insecure) {
    it(`refuses ${uri} as a redirect URI and as a secrets URI`, () => {
      expect(() => urlOf(kommo({ ...METADATA, redirectUri: uri }))).to.throw(TypeError, 'data-redirect_uri');
      expect(() => urlOf(kommo({ ...METADATA, secretsUri: uri }))).to.throw(TypeError, 'data-secrets_uri');
    });
  }

  const secure: Record<string, string> = {
    'https://shop.example/?a=b%26c': 'https://shop.example/?a=b&c',
    'https%3A%2F%2Fshop.example%2Fcallback': 'https://shop.example/callback',
    'http://localhost:8080/callback': 'http://localhost:8080/callback',
    'http://127.0.0.1/callback': 'http://127.0.0.1/callback',
    'http://[::1]:1/': 'http://[::1]:1/',
  };
  for (const [uri, decoded] of Object.entries(secure)) {
    it(`takes ${uri}`, () => {
      const { searchParams } = urlOf(kommo({ ...METADATA, redirectUri: uri, secretsUri: uri }));
      expect(searchParams.get('redirect_uri')).to.equal(decoded);
      expect(searchParams.get('secrets_uri')).to.equal(decoded);
    });
  }

  it('goes to another server, below its path', () => {
    const servers = [
      'https://crm.example/base',
      'https://crm.example/base/',
      'https://crm.example/base?a=b',
      'https://crm.example/base/#c',
    ];
    for (const server of servers) {
      const url = urlOf(kommo({ clientId: 'a', locale: 'es', server }));
      expect(url.href).to.match(/^https:\/\/crm\.example\/base\/es\/oauth\/\?state=s&mode=popup&[^?#]+$/);
    }
    for (const server of [
      'http://crm.example',
      'https://user:secret@crm.example/base',
      'http://localhost:x@evil.example',
    ]) {
      expect(() => urlOf(kommo({ clientId: 'a', server })), server).to.throw(TypeError, 'server must be');
    }
  });
});

describe('amocrm()', () => {
  it('has one consent page for every locale, and a smaller window', () => {
    for (const locale of ['ru', 'en', 'es', '']) {
      const url = urlOf(amocrm({ clientId: 'a', locale }));
      expect(url.origin + url.pathname).to.equal('https://www.amocrm.ru/oauth/');
    }
    expect(amocrm({ clientId: 'a' }).window).to.eql({ width: 750, height: 580 });
    expect(kommo({ clientId: 'a' }).window).to.eql({ width: 1024, height: 620 });
  });
});

describe('the consent page’s origins', () => {
  const origins: Record<string, readonly ('kommo' | 'amocrm')[]> = {
    'https://www.kommo.com': ['kommo'],
    'https://kommo.com': ['kommo'],
    'https://acme.kommo.com': ['kommo'],
    'https://www.amocrm.ru': ['amocrm'],
    'https://acme.amocrm.com': ['amocrm'],
    'http://www.kommo.com': [],
    'https://www.kommo.com:8443': [],
    'https://evilkommo.com': [],
    'https://kommo.com.evil.example': [],
    'https://www-kommo.com': [],
    null: [],
    '': [],
  };
  for (const [origin, brands] of Object.entries(origins)) {
    it(`${origin || 'no origin'}: ${brands.join() || 'nobody'}`, () => {
      expect(kommo({ clientId: 'a' }).isConsentOrigin(origin)).to.equal(brands.includes('kommo'));
      expect(amocrm({ clientId: 'a' }).isConsentOrigin(origin)).to.equal(brands.includes('amocrm'));
    });
  }

  it('is that of the other server alone, where there is one', () => {
    const request = kommo({ clientId: 'a', server: 'http://localhost:4400/x' });
    expect(request.isConsentOrigin('http://localhost:4400')).to.equal(true);
    for (const origin of ['https://www.kommo.com', 'http://localhost', 'http://localhost:4401']) {
      expect(request.isConsentOrigin(origin), origin).to.equal(false);
    }
  });
});
