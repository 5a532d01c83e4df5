import { expect, test } from '@playwright/test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import '../../src/index.js';
import { createButtonRenderer, renderButton, renderShadowRoot } from '../../src/ssr.js';

const text = (markup: string): string => markup.replace(/<style.*?<\/style>/s, '').replace(/<[^>]*>/g, '');

test('a button is HTML with a declarative shadow root', () => {
  const markup = renderButton({ 'client-id': 'shop' });
  expect(markup).toMatch(
    /^<crm-oauth-button client-id="shop"><template shadowrootmode="open" shadowrootdelegatesfocus>/,
  );
  expect(markup).toMatch(/<\/template><\/crm-oauth-button>$/);
  expect(text(markup)).toBe('Continue with Kommo');
});

test('attributes are read as in the browser: data- wins, empty counts as absent, a flag may be a word', () => {
  expect(text(renderButton({ title: 'Plain', 'data-title': 'Data' }))).toBe('Data');
  expect(text(renderButton({ title: 'Plain', 'data-title': '' }))).toBe('Plain');
  expect(renderShadowRoot({ 'data-compact': 'true' })).toContain(' compact"');
  for (const compact of ['false', false, null, undefined]) {
    expect(renderShadowRoot({ compact })).not.toContain(' compact"');
  }
});

test('no attribute and no caption gets out of its place', () => {
  const evil = `"'></button></template><script>alert(1)</script>`;
  const markup = renderButton({ title: evil, 'authorization-logo': `https://x/${evil}`, class: evil });
  expect(markup).not.toContain('<script');
  expect(markup.match(/<\/template>/g)).toHaveLength(1);
  expect(() => renderButton({ 'onclick=alert(1) x': '' })).toThrow(/no attribute's name/);
  expect(renderButton({}, { nonce: evil, stylesheet: evil })).not.toContain('<script');
});

test('with locale="auto" a button speaks the page’s language, else its CRM’s', () => {
  const caption = (language?: string) => text(renderButton({ locale: 'auto' }, { language }));
  expect(caption('pt-BR')).toBe('Continuar com Kommo');
  expect(caption('tlh')).toBe('Continue with Kommo');
  expect(caption()).toBe('Continue with Kommo');
  expect(text(renderButton({ provider: 'amocrm' }))).toBe('Продолжить с amoCRM');
  expect(text(renderButton({ provider: 'ringcentral' }))).toBe('Continue with RingCentral');
});

test('the style is the one in cdn/button.css, whose hash is in cdn/integrity.json', () => {
  const [, style = ''] = /<style nonce="abc">(.*?)<\/style>/s.exec(renderButton({}, { nonce: 'abc' })) ?? [];
  expect(style).toBe(readFileSync('cdn/button.css', 'utf8'));
  const { integrity } = JSON.parse(readFileSync('cdn/integrity.json', 'utf8')) as {
    integrity: Record<string, string>;
  };
  expect(integrity['button.css']).toBe(`sha384-${createHash('sha384').update(style).digest('base64')}`);
});

test('@lit-labs/ssr renders it inside a template, as renderButton() does', async () => {
  const elementRenderers = [createButtonRenderer({ nonce: 'abc' })];
  const size = 'large';
  const template = html`<p>
    <crm-oauth-button
      client-id="shop"
      data-theme=${'dark'}
      .size=${size}
      ?authorized=${true}
    ></crm-oauth-button>
  </p>`;
  const markup = await collectResult(render(template, { elementRenderers }));
  const inside = renderShadowRoot(
    { 'client-id': 'shop', 'data-theme': 'dark', size, authorized: true },
    { nonce: 'abc' },
  );
  expect(markup).toMatch(/<crm-oauth-button\s+client-id="shop" data-theme="dark" size="large" authorized ?>/);
  expect(markup).toContain(`shadowrootmode="open" shadowrootdelegatesfocus>${inside}</template>`);
});
