import { post, test } from '../fixtures/vendor.js';
import { expect } from './fixtures.js';

const addresses: readonly string[] = [
  '/encoding#/route?x=1&y',
  '/encoding?a=1&b=2+3&c=%26#top',
  '/encoding?q=%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82+👋#якорь',
  `/encoding?quote='"&client_id=evil&state=evil`,
  '/encoding?percent=100%&plus=a+b#50%',
];

/** A value on the page, and the value that the CRM's server reads, if that differs. */
const states: Readonly<Record<string, string>> = {
  'a&b=c#d+e f?g/h%i': '',
  '{"ts":1712000000000,"back":"/a?b=c&d","name":"О\'Нил"}': '',
  'eyJhIjoiYj8+In0=/+==': '',
  'Привет, мир 👋🏽 — «ё»': '',
  '<b>"quoted"</b>': '',
  '100% sure, 50%zz': '',
  'by%20hand%26more%2B': 'by hand&more+',
  'by%2520hand': 'by%20hand',
  'lone \uD83D surrogate': 'lone \uFFFD surrogate',
  ' \t leading and trailing \n ': '',
};

const MARKER = '<script class="kommo_oauth" data-client-id="shop" src="/cdn/button.js"></script>';

for (const address of addresses) {
  test(`the page at ${address}`, async ({ visit, page, site, parameters }) => {
    await visit(MARKER, '/encoding');
    await page.goto(site.url + address);
    await page.reload();
    const href = await page.evaluate('location.href');
    const query = await parameters();
    expect(query.map(([name]) => name)).toEqual(['state', 'mode', 'origin', 'client_id']);
    expect(query[2]).toEqual(['origin', href]);
    expect(query[3]).toEqual(['client_id', 'shop']);
  });
}

for (const [state, decoded] of Object.entries(states)) {
  test(`the state ${JSON.stringify(state)}`, async ({ visit, page, site, openConsent }) => {
    await visit(MARKER);
    // As an escaped literal: a lone surrogate does not survive the way into the browser.
    await page.evaluate(`document.querySelector('.kommo_oauth').dataset.state = ${JSON.stringify(state)}`);
    const consent = await openConsent();
    const { searchParams } = new URL(consent.url());
    const read = searchParams.get('state')!;
    expect(read).toBe(decoded || state);
    expect([...searchParams.keys()]).toEqual(['state', 'mode', 'origin', 'client_id']);

    await post(consent, { url: `${site.url}/callback?code=c&state=evil` });
    const answer = new URLSearchParams({ code: 'c', state: read }).toString();
    await post(consent, { url: `${site.url}/callback?${answer}` });
    await page.waitForURL(`${site.url}/callback?**`);
    expect(new URL(page.url()).searchParams.get('state')).toBe(read);
  });
}
