import { expect, waitUntil } from '@open-wc/testing';
import '../../src/index.js';
import type { CrmOAuthButton } from '../../src/element.js';
import { type Attributes, renderButton, renderShadowRoot, type RenderOptions } from '../../src/ssr.js';
import { rootStyles } from '../../src/ssr/root-styles.js';
import { openFrame, runScript } from '../helpers/frame.js';

/** A page that the server has rendered, in a frame: with the policy, and without a script of its own. */
function load(html: string, policy = ''): Promise<Document> {
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return openFrame(`<!doctype html><html lang="en">${meta}<body>${html}`, { width: 600, height: 150 });
}

async function hydrate(page: Document): Promise<CrmOAuthButton> {
  await runScript(page);
  return find(page);
}

function find(page: Document): CrmOAuthButton {
  return page.querySelector('crm-oauth-button')!;
}

function inner(page: Document): HTMLButtonElement {
  return find(page).shadowRoot!.querySelector('button')!;
}

/** What can be measured of a button’s looks. */
function looks(page: Document): unknown {
  const { width, height } = find(page).getBoundingClientRect();
  const { backgroundColor, color, fontSize, fontWeight } = page.defaultView!.getComputedStyle(inner(page));
  return { width, height, backgroundColor, color, fontSize, fontWeight };
}

const buttons: Record<string, [Attributes, RenderOptions?]> = {
  'a plain button': [{ 'client-id': 'shop' }],
  'a dark one in the documents’ spelling': [{ 'data-client-id': 'shop', 'data-theme': 'dark' }],
  'amoCRM’s': [{ provider: 'amocrm', 'client-id': 'shop', color: 'green' }],
  'a large one with a title': [{ 'client-id': 'shop', title: 'Connect <now>', size: 'large' }],
  'a disabled one': [{ 'client-id': 'shop', disabled: true }],
  'a compact one in the page’s language': [{ compact: true, locale: 'auto' }, { language: 'en-GB' }],
  'a connected one': [{ authorized: true, 'authorized-account': 'acme.kommo.com' }],
  'one with a dot': [{ 'show-auth-red-dot': true, locale: 'pt-BR' }],
};

describe('a button that the server has rendered', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  for (const [name, [attributes, options]] of Object.entries(buttons)) {
    it(`looks before the script as it does with it, and is then the same DOM: ${name}`, async () => {
      const page = await load(renderButton(attributes, options));
      const before = looks(page);
      expect(inner(page).matches(':defined')).to.be.true;
      const element = await hydrate(page);
      await element.updateComplete;
      expect(looks(page)).to.deep.equal(before);

      page.body.append(element.cloneNode());
      const alone = page.querySelector<CrmOAuthButton>('crm-oauth-button:last-of-type')!;
      expect(alone).not.to.equal(element);
      await alone.updateComplete;
      const [rendered, built] = [element, alone].map((one) => one.shadowRoot!.innerHTML);
      expect(sorted(rendered!)).to.equal(sorted(built!));
      expect(element.shadowRoot!.querySelectorAll('.button')).to.have.length(1);
    });
  }

  it('keeps its very button, and with it the focus', async () => {
    const page = await load(renderButton({ 'client-id': 'shop' }));
    const button = inner(page);
    button.focus();
    const element = await hydrate(page);
    expect(inner(page)).to.equal(button);
    expect(element.shadowRoot!.activeElement).to.equal(button);
  });

  it('works', async () => {
    const page = await load(renderButton({ 'client-id': 'shop' }));
    const element = await hydrate(page);
    element.addEventListener('crm-oauth-start', (event) => event.preventDefault());
    const error = new Promise<string>((resolve) =>
      element.addEventListener('crm-oauth-error', (event) => resolve(event.error.code)),
    );
    inner(page).click();
    expect(await error).to.equal('aborted');
  });

  it('shows what its attributes say, where it was rendered from others', async () => {
    const inside = renderShadowRoot({ title: 'Old', 'show-auth-red-dot': true });
    const template = `<template shadowrootmode="open" shadowrootdelegatesfocus>${inside}</template>`;
    const page = await load(`<crm-oauth-button title="New" compact>${template}</crm-oauth-button>`);
    const element = await hydrate(page);
    await element.updateComplete;
    expect(inner(page).textContent).to.equal('New');
    expect(inner(page).matches('.compact')).to.be.true;
    expect(element.shadowRoot!.querySelector('.dot')).to.equal(null);
    expect(element.shadowRoot!.querySelectorAll('.button')).to.have.length(1);
  });

  it('shows children in place of the caption, before the script and after', async () => {
    const page = await load(renderButton({ 'client-id': 'shop' }, { children: '<b>Mine</b>' }));
    const caption = page.querySelector('b')!;
    const before = caption.getBoundingClientRect().width;
    expect(before).to.be.above(20);
    await hydrate(page);
    expect(caption.getBoundingClientRect().width).to.equal(before);
  });

  describe('under a strict policy', () => {
    const surface = 'rgb(14, 1, 66)';
    const background = (page: Document): string =>
      page.defaultView!.getComputedStyle(inner(page)).backgroundColor;
    const self = location.origin;

    it('has its style by the policy’s nonce', async () => {
      const policy = `default-src 'none'; style-src 'nonce-abc'; script-src ${self}`;
      const page = await load(renderButton({ 'client-id': 'shop' }, { nonce: 'abc' }), policy);
      expect(background(page)).to.equal(surface);
      await hydrate(page);
      expect(background(page)).to.equal(surface);
    });

    it('has its style by the hash that is always the same', async () => {
      const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(rootStyles));
      const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
      const policy = `default-src 'none'; style-src 'sha384-${hash}'; script-src ${self}`;
      const page = await load(renderButton({ provider: 'amocrm' }), policy);
      expect(background(page)).to.equal('rgb(0, 111, 159)');
    });

    it('has its style by a link', async () => {
      const stylesheet = URL.createObjectURL(new Blob([rootStyles], { type: 'text/css' }));
      const policy = `default-src 'none'; style-src blob:; script-src ${self}`;
      const page = await load(renderButton({ 'client-id': 'shop' }, { stylesheet }), policy);
      await waitUntil(() => background(page) === surface);
    });

    it('has none where the policy allows none, until the script brings its own', async () => {
      const policy = `default-src 'none'; script-src ${self}`;
      const page = await load(renderButton({ 'client-id': 'shop' }), policy);
      expect(background(page)).not.to.equal(surface);
      await hydrate(page);
      expect(background(page)).to.equal(surface);
    });

    it('breaks no rule of it with its script', async () => {
      const policy = `default-src 'none'; style-src 'nonce-abc'; script-src ${self}; img-src 'none'`;
      const page = await load(renderButton({ authorized: true }, { nonce: 'abc' }), policy);
      const violations: string[] = [];
      page.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      await hydrate(page);
      await find(page).updateComplete;
      expect(violations).to.deep.equal([]);
    });
  });
});

/** Markup with the attributes of each tag in order. */
function sorted(html: string): string {
  return html.replace(
    /<([\w-]+)((?: [^>]*)?)>/g,
    (_tag, name: string, attributes: string) =>
      `<${name} ${(attributes.match(/[\w-]+(="[^"]*")?/g) ?? []).sort().join(' ')}>`,
  );
}
