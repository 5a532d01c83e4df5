import { expect, test } from '@playwright/test';
import { SDK } from '@ringcentral/sdk';
import { codeChallenge } from '../../src/providers/pkce.js';
import { ringcentral, type RingCentralOptions } from '../../src/providers/ringcentral/request.js';

const OPTIONS: RingCentralOptions = {
  clientId: 'AZwEVwGEcfGet2PCouA7K6',
  redirectUri: 'https://shop.example/callback?a=b%20c&d=+',
};

const prepare = async (options: Partial<RingCentralOptions> = {}) => {
  const request = ringcentral({ ...OPTIONS, ...options });
  await request.ready;
  return request.prepare('a state, +%20', 'https://shop.example/');
};

/** The URL's address and its parameters, without the challenge. The SDK sends empty ones, too, which mean nothing. */
function parts(text: string): unknown {
  const { origin, pathname, searchParams } = new URL(text);
  const challenge = searchParams.get('code_challenge');
  expect(challenge).toMatch(/^[\w-]{43}$/);
  searchParams.delete('code_challenge');
  return { address: origin + pathname, parameters: [...searchParams].filter(([, value]) => value).sort() };
}

for (const server of ['https://platform.ringcentral.com', 'https://platform.devtest.ringcentral.com']) {
  test(`ringcentral() makes the URL that RingCentral’s SDK makes, for ${server}`, async () => {
    const { clientId, redirectUri } = OPTIONS;
    const platform = new SDK({ server, clientId, redirectUri }).platform();
    const theirs = platform.loginUrl({
      state: 'a state, +%20',
      display: 'page',
      uiLocales: 'en-US',
      prompt: 'login consent',
      usePKCE: true,
    });
    const parameters = { prompt: 'login consent' };
    const ours = await prepare({ server, locale: 'en-US', parameters });
    expect(parts(ours.url)).toEqual(parts(theirs));

    const { searchParams } = new URL(theirs);
    expect(searchParams.get('code_challenge')).toBe(await codeChallenge(platform.codeVerifier));
  });
}

test('ringcentral() goes to production by default', async () => {
  const { url, codeVerifier } = await prepare();
  expect(url).toMatch(/^https:\/\/platform\.ringcentral\.com\/restapi\/oauth\/authorize\?/);
  const { searchParams } = new URL(url);
  expect(searchParams.get('code_challenge')).toBe(await codeChallenge(codeVerifier!));
  expect(searchParams.get('display')).toBe('page');
  expect(searchParams.has('ui_locales')).toBe(false);
});

test('ringcentral() lets parameters replace display', async () => {
  const { url } = await prepare({ parameters: { display: 'popup', brand_id: '1210' } });
  expect(new URL(url).searchParams.getAll('display')).toEqual(['popup']);
  expect(new URL(url).searchParams.get('brand_id')).toBe('1210');
});

test('ringcentral() goes to another server, below its path', async () => {
  const { url } = await prepare({ server: 'http://localhost:4400/rc/' });
  expect(url).toMatch(/^http:\/\/localhost:4400\/rc\/restapi\/oauth\/authorize\?/);
});

test('ringcentral() names what is wrong with its server', async () => {
  await expect(prepare({ server: 'http://platform.example' })).rejects.toThrow(
    /^server must be a full https/,
  );
});
