import { expect } from '@open-wc/testing';
import { fallbackStyles } from '../../src/button/face/fallback-styles.js';
import { openFrame, runScript } from '../helpers/frame.js';

const LINK = '<a slot="fallback" href="#consent">Continue with Kommo</a>';

/** Attributes and children that a page may write. */
const buttons = [
  ['', ''],
  ['', LINK],
  ['theme="dark"', LINK],
  ['data-theme="auto"', ''],
  ['size="small"', LINK],
  ['data-size="large"', ''],
  ['color="default"', LINK],
  ['color="red" size="large"', ''],
  ['compact', ''],
  ['compact size="small"', LINK],
  ['compact color="blue" size="large"', ''],
  ['color="violet"', LINK],
  ['color="green"', LINK],
  ['data-color="orange"', LINK],
  ['locale="es"', ''],
  ['data-locale="pt-BR"', ''],
  ['locale="ru" size="large"', ''],
  ['locale="auto" lang="id"', ''],
  ['provider="amocrm"', ''],
  ['provider="amocrm" locale="en" color="green"', ''],
  ['title="Connect your pipeline"', ''],
  ['data-title="Connect your pipeline" title="No"', ''],
  ['title="Connect your whole pipeline of the year" style="width: 200px"', ''],
  ['style="width: 400px"', LINK],
  ['style="display: block; --crm-oauth-button-font: monospace"', ''],
  ['', 'Connect <b>now</b>'],
  ['dir="rtl"', LINK],
] as const;

/** Attributes that a marker may have. */
const markers = [
  'class="kommo_oauth"',
  'class="kommo_oauth" data-size="small"',
  'class="kommo_oauth" data-compact="true"',
  'class="kommo_oauth" data-title="Connect your pipeline" data-theme="dark"',
  'class="kommo_oauth" data-locale="es"',
  'class="kommo_oauth" data-color="orange"',
  'class="amocrm_oauth"',
  'class="amocrm_oauth" data-locale="en" data-size="large"',
];

/** A page on which the script has not run yet. */
function load(parts: readonly string[]): Promise<Document> {
  const body = parts.map((part) => `<p>${part} is here</p>`);
  const html = `<!doctype html><html lang="en"><style>${fallbackStyles}</style>${body.join('')}`;
  return openFrame(html, { width: 800, height: 2000 });
}

function write(attributes: string, children: string): string {
  return `<crm-oauth-button client-id="shop" ${attributes}>${children}</crm-oauth-button>`;
}

/** Keyed by the markup that the page has written. */
function boxes(elements: Iterable<Element>, written: readonly string[]): Record<string, unknown> {
  const box = ({ left, top, width, height }: DOMRect): number[] =>
    [left, top, width, height].map((length) => Math.round(length * 10) / 10);
  return Object.fromEntries(
    Array.from(elements, (element, i) => [written[i]!, box(element.getBoundingClientRect())] as const),
  );
}

function paints(page: Document): unknown[] {
  return [...page.querySelectorAll('crm-oauth-button')].map((element) => {
    const shown = element.shadowRoot?.querySelector('button') ?? element;
    const { backgroundColor, color, fontSize, textTransform } = page.defaultView!.getComputedStyle(shown);
    return { backgroundColor, color, fontSize, textTransform };
  });
}

describe('a button before its script', () => {
  let page: Document;

  const written = buttons.map(([attributes, children]) => write(attributes, children));
  const elements = (): Iterable<Element> => page.querySelectorAll('crm-oauth-button');

  beforeEach(async () => (page = await load(written)));
  afterEach(() => document.querySelector('iframe')!.remove());

  it('has the box and the colours that it will have', async () => {
    const before = { boxes: boxes(elements(), written), paints: paints(page) };
    await runScript(page);
    expect(page.querySelectorAll('crm-oauth-button:not(:defined)')).to.have.length(0);
    expect(boxes(elements(), written)).to.deep.equal(before.boxes);
    expect(paints(page)).to.deep.equal(before.paints);
  });

  it('is a link where the page has put one into it, and is not seen where not', async () => {
    const [plain, linked] = page.querySelectorAll<HTMLElement>('crm-oauth-button');
    const link = linked!.querySelector('a')!;
    const { left, right, top, bottom } = linked!.getBoundingClientRect();
    const corners = [
      [left + 3, top + 3],
      [right - 3, bottom - 3],
      [left + 21, top + 21],
    ] as const;
    for (const [x, y] of corners) expect(page.elementFromPoint(x, y), `${x}, ${y}`).to.equal(link);
    expect(page.defaultView!.getComputedStyle(plain!).visibility).to.equal('hidden');
    expect(page.defaultView!.getComputedStyle(linked!).visibility).to.equal('visible');

    await runScript(page);
    expect(link.offsetWidth).to.equal(0);
    expect(linked!.shadowRoot!.querySelector('.caption')).to.contain.text('Continue with Kommo');
  });
});

it('a script tag that marks a button keeps its place', async () => {
  // It does not run: the one that draws comes later.
  const page = await load(
    markers.map((attributes) => `<script type="text/plain" data-client-id="shop" ${attributes}></script>`),
  );
  const before = boxes(page.querySelectorAll('p script'), markers);
  await runScript(page, 'drop-in/button-script.ts');
  expect(boxes(page.querySelectorAll('crm-oauth-button'), markers)).to.deep.equal(before);
  expect(page.querySelector<HTMLElement>('p script')!.offsetHeight).to.equal(0);
  document.querySelector('iframe')!.remove();
});
