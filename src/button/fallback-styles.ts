import { captions } from './captions.js';
import { logos } from './logos.js';

/** A script tag that marks the place of a button, until the button is there. */
const MARKER = 'script:is(.kommo_oauth, .amocrm_oauth):empty:not(crm-oauth-button + *)';
/** The button before its script; without weight, so that the page's own rules win now as they do afterwards. */
const BUTTON = `:where(crm-oauth-button:not(:defined), ${MARKER})`;
const LINK = `${BUTTON} > :where([slot='fallback'])`;
const AMOCRM = ":where([provider='amocrm'], [data-provider='amocrm'], .amocrm_oauth)";

const SURFACES = { blue: '#004ba0', violet: '#38006b', green: '#00600f', orange: '#bc5100', red: '#9f0000' };

const base = `
${BUTTON} {
  --size: 42px;
  --border: 2px;
  --scale: 1.2;
  --corner: var(--crm-oauth-button-radius, 4px);
  --surface: light-dark(#0e0142, #fff);
  --ink: light-dark(#fff, #0e0142);
  --tile: var(--ink);
  --mark: var(--surface);
  --logo: path('${logos.kommo}');
  --crm: 'Kommo';
  color-scheme: light;
  position: relative;
  display: inline-block;
  align-content: center;
  box-sizing: border-box;
  max-width: 100%;
  min-height: var(--size);
  padding-inline: calc(var(--size) + 16px - var(--border)) calc(16px + var(--border));
  overflow: clip;
  border-radius: var(--crm-oauth-button-radius, 4px);
  background: var(--crm-oauth-button-background, var(--surface));
  color: var(--crm-oauth-button-color, var(--ink));
  font: 700 16px / 1.2 sans-serif;
  font-family: var(--crm-oauth-button-font, Roboto, Helvetica, Arial, sans-serif);
  text-align: center;
  white-space: var(--crm-oauth-button-white-space, nowrap);
  vertical-align: middle;
}
${BUTTON}:where(:not(:has(> [slot='fallback']))) { visibility: hidden; }
${BUTTON} > :where([slot='logo']) { display: none; }

/* A link is the button, with the mark in its tile. */
${LINK} { color: inherit; text-decoration: none; }
${LINK}::before { position: absolute; inset: 0; content: ''; }
${LINK}:where(:focus-visible)::before { outline: 2px solid #0842a0; outline-offset: -2px; box-shadow: inset 0 0 0 4px #fff; }
${LINK}::after {
  position: absolute;
  inset-block: var(--border);
  inset-inline-start: var(--border);
  width: calc(var(--size) - 2 * var(--border));
  border-radius: var(--corner);
  background: var(--tile);
  content: '';
}
${BUTTON}:where(:has(> [slot='fallback']))::after {
  position: absolute;
  inset-block-start: calc(50% - 12px);
  inset-inline-start: calc(var(--size) / 2 - 12px);
  width: 24px;
  height: 24px;
  scale: var(--scale);
  clip-path: var(--logo);
  background: var(--mark);
  pointer-events: none;
  content: '';
}
`;

/** The button's settings, in either spelling. */
const settings = `
${BUTTON}${has('size', 'small')} { --size: 32px; --scale: 0.9; font-size: 14px; }
${BUTTON}${has('size', 'large')} { --size: 48px; --scale: 1.4; }
${BUTTON}${has('theme', 'dark')} { color-scheme: dark; }
${BUTTON}${has('theme', 'auto')} { color-scheme: light dark; }
${BUTTON}:where(${[has('color'), AMOCRM].join()}) {
  --border: 1px;
  --corner: 0;
  --surface: #006f9f;
  --ink: #fff;
  --tile: #0003;
  --mark: #fff;
  font-size: 14px;
  text-transform: uppercase;
}
${rules(SURFACES, (color, surface) => `${BUTTON}${has('color', color)} { --surface: ${surface}; }`)}
${BUTTON}${AMOCRM} { --logo: path('${logos.amocrm}'); --crm: 'amoCRM'; }
${BUTTON}${has('compact')} { width: var(--size); padding-inline: var(--size) 0; text-align: start; }
`;

/** What the button will say, for those that the page gives no caption. */
const texts = `
${BUTTON}:empty::before { content: ${content(captions.en.title)}; }
${rules(captions, (tag, texts) => `${BUTTON}:empty${speaks(tag)}::before { content: ${content(texts?.title)}; }`)}
${BUTTON}:empty${has('title')}::before { content: attr(title); }
${BUTTON}:empty:where([data-title])::before { content: attr(data-title); }
`;

/**
 * The style of a button before its script and without it: as large as the button will be, so that nothing moves when the
 * script comes; and a link that the page has put into it for visitors without scripts looks like the button.
 */
export const fallbackStyles = base + settings + texts;

/** An attribute in either spelling, without weight. */
function has(name: string, value?: string): string {
  const test = value === undefined ? name : `${name}='${value}'`;
  return `:where([${test}], [data-${test}])`;
}

/** The button in this language. */
function speaks(tag: string): string {
  const byDefault = tag === 'ru' ? `, ${AMOCRM}:not([locale], [data-locale])` : '';
  return `:where([locale|='${tag}'], [data-locale|='${tag}'], ${has('locale', 'auto')}:lang(${tag})${byDefault})`;
}

/** The CRM's name is written by the style sheet. */
function content(title = ''): string {
  return title
    .split('{crm}')
    .map((text) => `'${text}'`)
    .join(' var(--crm) ');
}

function rules<Value>(
  table: Readonly<Record<string, Value>>,
  rule: (name: string, value: Value) => string,
): string {
  return Object.entries(table)
    .map(([name, value]) => rule(name, value))
    .join('\n');
}
