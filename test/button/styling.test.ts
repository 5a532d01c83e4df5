import { expect, fixture, html } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/index.js';
import '../../src/index.js';
import { fakeConsent, type FakeConsent } from '../../src/testing.js';
import { inside } from '../helpers/button.js';
import { until } from '../helpers/until.js';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly slots: readonly Named[];
}

/** The element's entry in the manifest. */
async function readManifest(): Promise<Declaration> {
  const response = await fetch(new URL('../../custom-elements.json', import.meta.url));
  const { modules } = (await response.json()) as { modules: { declarations: Declaration[] }[] };
  return modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'crm-oauth-button')!;
}

const names = (list: readonly Named[]): string[] => list.map(({ name }) => name).sort();

async function withStyle(css: string): Promise<CrmOAuthButton> {
  const page = await fixture<HTMLElement>(
    html`<div><style></style><crm-oauth-button client-id="a" show-auth-red-dot></crm-oauth-button></div>`,
  );
  page.querySelector('style')!.textContent = css;
  return page.querySelector('crm-oauth-button')!;
}

describe('styling', () => {
  let consent: FakeConsent;
  let manifest: Declaration;

  before(async () => (manifest = await readManifest()));
  beforeEach(() => (consent = fakeConsent()));
  afterEach(() => consent.restore());

  const parts = ['button', 'logo', 'caption', 'dot', 'status', 'action'];
  const states = ['idle', 'reconnect', 'waiting', 'detached', 'authorized', 'denied', 'blocked', 'error'];

  it('has in the manifest what is tested here, and nothing else', () => {
    expect(names(manifest.cssParts)).to.deep.equal([...parts].sort());
    expect(names(manifest.cssStates)).to.deep.equal([...states].sort());
    expect(names(manifest.slots)).to.deep.equal(['', 'fallback', 'logo']);
    expect(names(manifest.cssProperties)).to.deep.equal(
      Object.keys(properties)
        .map((name) => `--crm-oauth-button-${name}`)
        .sort(),
    );
  });

  for (const part of parts) {
    it(`::part(${part})`, async () => {
      const button = await withStyle(`crm-oauth-button::part(${part}) { --mine: yes; }`);
      consent.block();
      button.click();
      await until(() => button.status === 'blocked');
      await button.updateComplete;
      const element = inside(button, `[part=${part}]`);
      expect(getComputedStyle(element).getPropertyValue('--mine')).to.equal('yes');
    });
  }

  const properties: Record<
    string,
    [value: string, read: (style: CSSStyleDeclaration) => string, computed: string]
  > = {
    background: ['rgb(1, 2, 3)', (style) => style.backgroundColor, 'rgb(1, 2, 3)'],
    color: ['rgb(1, 2, 3)', (style) => style.color, 'rgb(1, 2, 3)'],
    font: ['monospace', (style) => style.fontFamily, 'monospace'],
    radius: ['21px', (style) => style.borderTopLeftRadius, '21px'],
    'white-space': ['normal', (style) => style.whiteSpace, 'normal'],
  };

  for (const [name, [value, read, computed]] of Object.entries(properties)) {
    it(`--crm-oauth-button-${name}`, async () => {
      const button = await withStyle(`crm-oauth-button { --crm-oauth-button-${name}: ${value}; }`);
      const part = name === 'white-space' ? '.caption' : 'button';
      expect(read(getComputedStyle(inside(button, part)))).to.equal(computed);
    });
  }

  it('takes the page’s font when told to', async () => {
    const button = await withStyle(`crm-oauth-button { font-family: serif; }
      crm-oauth-button::part(button) { font-family: inherit; }`);
    expect(getComputedStyle(inside(button, '.caption')).fontFamily).to.equal('serif');
  });

  it('keeps to the class that the page has given it', async () => {
    const button = await withStyle('.mine { display: block; margin: 7px; }');
    button.className = 'mine';
    expect(getComputedStyle(button).marginTop).to.equal('7px');
    expect(button.offsetWidth).to.equal(button.parentElement!.clientWidth - 14);
  });

  it('pads its text neither away nor out of a narrow place', async () => {
    const button = await withStyle('crm-oauth-button { width: 160px; }');
    const caption = inside(button, '.caption');
    expect(button.offsetWidth).to.equal(160);
    expect(caption.scrollWidth).to.be.above(caption.clientWidth);
    expect(getComputedStyle(caption).textOverflow).to.equal('ellipsis');
    button.style.setProperty('--crm-oauth-button-white-space', 'normal');
    expect(button.offsetHeight).to.be.above(42);
    expect(caption.scrollWidth).to.equal(caption.clientWidth);
  });
});
