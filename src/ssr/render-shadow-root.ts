import { isImage } from '../button/is-image.js';
import { lookUp } from '../button/language.js';
import { createLook } from '../button/look.js';
import { createMessage } from '../button/message.js';
import { providerOf } from '../button/providers.js';
import { escapeHtml } from './escape-html.js';
import { renderAttributes } from './render-attributes.js';
import { type Attributes, readSettings } from './read-settings.js';
import { rootStyles } from './root-styles.js';

/** What a page has to say about the button's inside, besides its attributes. */
export interface RenderOptions {
  /** Language of a button with `locale="auto"`, such as the page's `lang`. Default: the CRM's own. */
  language?: string | undefined;
  /** Nonce of the page's Content-Security-Policy, for the style in the shadow root. */
  nonce?: string | undefined;
  /**
   * URL of `cdn/button.css`, to have a link in place of the style: for pages with many buttons, and for policies without a
   * nonce.
   */
  stylesheet?: string | undefined;
}

const actions = { click: () => undefined, reopen: () => undefined, cancel: () => undefined };

/**
 * The inside of a button with these attributes: what belongs into
 * `<template shadowrootmode="open" shadowrootdelegatesfocus>` in the element. The script takes it over.
 */
export function renderShadowRoot(
  attributes: Attributes,
  { language = '', nonce, stylesheet }: RenderOptions = {},
): string {
  const settings = readSettings(attributes);
  const { authorized, locale } = settings;
  const provider = providerOf(settings.provider);
  const spoken = lookUp(locale === 'auto' ? language : locale) ?? provider.language;
  const status = authorized ? 'authorized' : 'idle';
  const look = createLook(settings, provider, spoken, { status, isBusy: false, url: '' });
  const { className, caption, lang, description, isDisabled, hasDot } = look;
  // Elements come only with what an attempt has to say.
  const [message] = createMessage(look.message, actions);

  const button = renderAttributes({
    type: 'button',
    part: 'button',
    class: `button ${className}`.trim(),
    disabled: isDisabled,
    'aria-description': description,
    lang: lang || false,
  });
  return [
    stylesheet
      ? `<link rel="stylesheet"${renderAttributes({ href: stylesheet, nonce })}>`
      : `<style${renderAttributes({ nonce })}>${rootStyles}</style>`,
    `<button${button}>`,
    `<slot name="logo" part="logo" class="logo" aria-hidden="true">${renderLogo(look.logo)}</slot>`,
    `<span part="caption" class="caption" dir="auto"><slot>${escapeHtml(caption)}</slot></span>`,
    hasDot ? '<span part="dot" class="dot"></span>' : '',
    '</button>',
    typeof message === 'string'
      ? `<span role="status" part="status" class="status" dir="auto"${renderAttributes({ lang: spoken })}>${escapeHtml(message)}</span>`
      : '',
  ].join('');
}

/** As an SVG image: the script's own way to draw a mark needs a style attribute, which a strict policy forbids. */
function renderLogo(logo: string): string {
  return isImage(logo)
    ? `<img${renderAttributes({ src: logo })} alt="">`
    : `<svg viewBox="0 0 24 24"><path${renderAttributes({ d: logo })}/></svg>`;
}
