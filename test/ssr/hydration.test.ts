import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { CrmOAuthButton } from '../../src/element.js';
import { type Attributes, renderButton, renderShadowRoot, type RenderOptions } from '../../src/ssr.js';
import { rootStyles } from '../../src/ssr/root-styles.js';
import { openFrame, runScript } from '../helpers/frame.js';
import { until } from '../helpers/until.js';

/** A page that the server has rendered, in a frame: with the policy, and without a script of its own. */
function load(html: string, policy = ''): Promise<Document> {
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return openFrame(`<!doctype html><html lang="en">${meta}<body>${html}`, { width: 600, height: 150 });
}

/** The element's script, in a page that hydrates or in one that doesn't. */
const SCRIPTS = { 'with hydration support': '../test/helpers/hydrating.ts', 'without it': 'index.ts' };

async function hydrate(page: Document, script: string): Promise<CrmOAuthButton> {
  await runScript(page, script);
  const element = find(page);
  await element.updateComplete;
  await element.updateComplete;
  return element;
}

function find(page: Document): CrmOAuthButton {
  return page.querySelector('crm-oauth-button')!;
}

function inner(page: Document): HTMLButtonElement {
  return find(page).shadowRoot!.querySelector('button')!;
}

/** A button with this inside. */
function embed(inside: string, attributes: Attributes): string {
  const template = `<template shadowrootmode="open" shadowrootdelegatesfocus>${inside}</template>`;
  return renderButton(attributes).replace(/<template.*<\/template>/s, () => template);
}

/** Measurements of a button’s look. */
function looks(page: Document, element = find(page)): unknown {
  // Where it stands decides how the browser rounds.
  const { width, height } = element.getBoundingClientRect();
  const button = element.shadowRoot!.querySelector('button')!;
  const { backgroundColor, color, fontSize, fontWeight } = page.defaultView!.getComputedStyle(button);
  return { width: width.toFixed(2), height: height.toFixed(2), backgroundColor, color, fontSize, fontWeight };
}

const buttons: Record<string, [Attributes, RenderOptions?]> = {
  'a plain button': [{ 'client-id': 'shop' }],
  'a dark one in the documents’ spelling': [{ 'data-client-id': 'shop', 'data-theme': 'dark' }],
  'amoCRM’s': [{ provider: 'amocrm', 'client-id': 'shop', color: 'green' }],
  'a large one with a title': [{ 'client-id': 'shop', title: 'Connect <now>', size: 'large' }],
  'a disabled one': [{ 'client-id': 'shop', disabled: true }],
  'a compact one in the page’s language': [{ compact: true, locale: 'auto' }, { language: 'en-GB' }],
  'a connected one': [{ authorized: true, 'authorized-account': 'acme.kommo.com' }],
  'one whose connection was lost': [{ 'data-reconnect': true }],
  'one with a dot': [{ 'show-auth-red-dot': true, locale: 'pt-BR' }],
};

for (const [how, script] of Object.entries(SCRIPTS)) {
  const isHydrating = script !== 'index.ts';

  describe(`a button that the server has rendered, ${how}`, () => {
    afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

    for (const [name, [attributes, options]] of Object.entries(buttons)) {
      it(`looks before the script as it does with it, and is then the same DOM: ${name}`, async () => {
        const page = await load(renderButton(attributes, options));
        const before = looks(page);
        const rendered = inner(page);
        expect(rendered.matches(':defined')).to.be.true;
        const element = await hydrate(page, script);
        expect(looks(page)).to.deep.equal(before);
        expect(inner(page) === rendered).to.equal(isHydrating);

        page.body.append(element.cloneNode());
        const alone = page.querySelector<CrmOAuthButton>('crm-oauth-button:last-of-type')!;
        expect(alone).not.to.equal(element);
        await alone.updateComplete;
        const [taken, built] = [element, alone].map((one) => one.shadowRoot!.innerHTML);
        expect(sorted(taken!)).to.equal(sorted(built!));
        expect(element.shadowRoot!.querySelectorAll('.button')).to.have.length(1);
      });
    }

    it('keeps the focus, and the page hears of no change', async () => {
      const page = await load(renderButton({ 'client-id': 'shop' }));
      const button = inner(page);
      button.focus();
      const heard: string[] = [];
      for (const type of ['focusin', 'focusout']) {
        page.addEventListener(type, () => heard.push(type));
      }
      const element = await hydrate(page, script);
      // A hydrated button is the same node as before.
      expect(inner(page) === button).to.equal(isHydrating);
      expect(element.shadowRoot!.activeElement).to.equal(inner(page));
      expect(page.activeElement).to.equal(element);
      expect(heard).to.eql([]);
    });

    it('works', async () => {
      const page = await load(renderButton({ 'client-id': 'shop' }));
      const element = await hydrate(page, script);
      element.addEventListener('crm-oauth-start', (event) => event.preventDefault());
      const error = new Promise<string>((resolve) =>
        element.addEventListener('crm-oauth-error', (event) => resolve(event.error.code)),
      );
      inner(page).click();
      expect(await error).to.equal('aborted');
    });

    const others: Record<string, [rendered: Attributes, is: Attributes, options?: RenderOptions]> = {
      'another title, and a dot': [
        { title: 'Old', 'show-auth-red-dot': true },
        { title: 'New', compact: true },
      ],
      'not connected': [{}, { authorized: true, 'authorized-account': 'acme' }],
      connected: [{ authorized: true, 'authorized-account': 'acme' }, {}],
      'another account': [{ authorized: true, 'authorized-account': 'a' }, { authorized: true }],
      'another size': [{ compact: true }, { size: 'large' }],
      'another language': [{ locale: 'es' }, { locale: 'pt' }],
      'the page’s language, as the server took it': [
        { locale: 'auto' },
        { locale: 'auto' },
        { language: 'pt' },
      ],
      'an image': [{ 'authorization-logo': 'https://localhost:1/logo.png' }, {}],
      'a button in use': [{ disabled: true }, {}],
    };
    for (const [name, [rendered, is, options]] of Object.entries(others)) {
      it(`is one button that shows what its attributes say, and has the focus, where it was rendered with ${name}`, async () => {
        const page = await load(embed(renderShadowRoot(rendered, options), is));
        inner(page).focus();
        const hadFocus = find(page).shadowRoot!.activeElement !== null;
        const element = await hydrate(page, script);
        page.body.append(element.cloneNode());
        const alone = page.querySelector<CrmOAuthButton>('crm-oauth-button:last-of-type')!;
        await alone.updateComplete;
        expect(element.shadowRoot!.activeElement === inner(page)).to.equal(hadFocus);
        // With the focus comes the line below the button.
        if (hadFocus) alone.focus();
        expect(sorted(element.shadowRoot!.innerHTML)).to.equal(sorted(alone.shadowRoot!.innerHTML));
        expect(element.shadowRoot!.querySelectorAll('.button')).to.have.length(1);
        expect(looks(page)).to.deep.equal(looks(page, alone));
      });
    }

    const versions: Record<string, (inside: string) => string> = {
      'without Lit': (inside) => inside.replace(/<!--.*?-->/g, ''),
      'with another template': (inside) => inside.replace(/lit-part \S+-->/, 'lit-part AAAAAAAAAAA=-->'),
      'with other parts': (inside) => inside.replace(/<!--lit-node \d+-->/, ''),
      'with another structure': (inside) => `<div>${inside}</div><button>Old</button>`,
      'with less in it': () => '<style></style><button>Old</button>',
      'with nothing in it': () => '',
    };
    for (const [name, change] of Object.entries(versions)) {
      it(`is one button, and has the focus, where another version has rendered it: ${name}`, async () => {
        const page = await load(embed(change(renderShadowRoot({})), {}));
        find(page).shadowRoot!.querySelector('button')?.focus();
        const hadFocus = page.activeElement === find(page);
        const element = await hydrate(page, script);
        const all = element.shadowRoot!.querySelectorAll('button');
        expect(all).to.have.length(1);
        expect(all[0]!.textContent).to.equal('Continue with Kommo');
        expect(element.shadowRoot!.activeElement === all[0]).to.equal(hadFocus);
        element.title = 'Connect';
        await element.updateComplete;
        expect(inner(page).textContent).to.equal('Connect');
        expect(find(page).shadowRoot!.querySelectorAll('div, style')).to.have.length(0);
      });
    }

    it('has the properties that were set before the script', async () => {
      const page = await load(renderButton({ 'client-id': 'shop' }));
      find(page).authorized = true;
      const element = await hydrate(page, script);
      expect(element.status).to.equal('authorized');
      expect(inner(page).textContent).to.equal('Disconnect Kommo');
      expect(element.shadowRoot!.querySelectorAll('.button')).to.have.length(1);
    });

    it('shows children in place of the caption, before the script and after', async () => {
      const page = await load(renderButton({ 'client-id': 'shop' }, { children: '<b>Mine</b>' }));
      const caption = page.querySelector('b')!;
      const before = caption.getBoundingClientRect().width;
      expect(before).to.be.above(20);
      await hydrate(page, script);
      expect(caption.getBoundingClientRect().width).to.equal(before);
      expect(inner(page).innerText).not.to.contain('Continue');
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
        await hydrate(page, script);
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
        await until(() => background(page) === surface);
      });

      it('has none where the policy allows none, until the script brings its own', async () => {
        const policy = `default-src 'none'; script-src ${self}`;
        const page = await load(renderButton({ 'client-id': 'shop' }), policy);
        expect(background(page)).not.to.equal(surface);
        await hydrate(page, script);
        expect(background(page)).to.equal(surface);
      });

      it('breaks no rule of it with its script', async () => {
        const policy = `default-src 'none'; style-src 'nonce-abc'; script-src ${self}; img-src 'none'`;
        const page = await load(renderButton({ authorized: true }, { nonce: 'abc' }), policy);
        const violations: string[] = [];
        page.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
        await hydrate(page, script);
        await find(page).updateComplete;
        expect(violations).to.deep.equal([]);
      });
    });
  });
}

/** Markup with the attributes of each tag in order, and without the comments in which Lit keeps its places. */
function sorted(html: string): string {
  return html
    .replace(/<!--.*?-->/g, '')
    .replace(
      /<([\w-]+)((?: [^>]*)?)>/g,
      (_tag, name: string, attributes: string) =>
        `<${name} ${(attributes.match(/[\w-]+(="[^"]*")?/g) ?? []).sort().join(' ')}>`,
    );
}
