import { CATALOGUE } from '../../providers/catalogue.js';
import type { ProviderFace } from '../../providers/provider.js';
import { captions } from '../language/captions.js';
import { SETTINGS } from '../settings.js';
import { styles } from './styles.js';

/** A provider's face, with its name in the attribute `provider`. */
type NamedFace = ProviderFace & { readonly name: string };

/** The provider of a button that names none. */
const DEFAULT = SETTINGS.provider.initial;
const faces = Object.entries(CATALOGUE).map(([name, { face }]): NamedFace => ({ ...face, name }));
const others = faces.filter(({ name }) => name !== DEFAULT);
const coloredFaces = faces.filter(({ isColored }) => isColored);
/** A script tag that marks a button's place, until the button stands before it. */
const classes = faces.flatMap(({ markerClass }) => (markerClass ? `.${markerClass}` : []));
const MARKER = `script:is(${classes.join(', ')}):empty:not(crm-oauth-button + *)`;
/** The button before its script has run. It adds no specificity, so the page's rules win now as they will afterwards. */
const BUTTON = `:where(crm-oauth-button:not(:defined), ${MARKER})`;
/** The button in the older look. */
const OLDER = `${BUTTON}:where(${[has('color'), ...coloredFaces.map(ofProvider)].join(', ')})`;
/** The colours of that look, by name; the default has none. */
const COLORS = SETTINGS.color.keywords?.slice(2) ?? [];
const LINK = `${BUTTON} > :where([slot='fallback'])`;

const base = `
${BUTTON} {
  --size: 42px;
  --border: 2px;
  --scale: 1.2;
  --corner: var(--crm-oauth-button-radius, 4px);
  ${paletteOf('.button')}
  color-scheme: light;
  ${mark(CATALOGUE[DEFAULT].face)}
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

/* A link covers the button, with the mark in its tile. */
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

/** Rules for the button's settings, in either spelling. */
const settings = `
${BUTTON}${has('size', 'small')} { --size: 32px; --scale: 0.9; font-size: 14px; }
${BUTTON}${has('size', 'large')} { --size: 48px; --scale: 1.4; }
${BUTTON}${has('theme', 'dark')} { color-scheme: dark; }
${BUTTON}${has('theme', 'auto')} { color-scheme: light dark; }
${OLDER} {
  ${paletteOf('.colors')}
  --border: 1px;
  --corner: 0;
  font-size: 14px;
  text-transform: uppercase;
}
${COLORS.map((color) => `${BUTTON}${has('color', color)} { ${paletteOf(`.${color}`)} }`).join('\n')}
${others.map((face) => `${BUTTON}${ofProvider(face)} { ${mark(face)} }`).join('\n')}
${BUTTON}${has('compact')} { width: var(--size); padding-inline: var(--size) 0; text-align: start; }
`;

/** The caption that the button will have, where the page gives none. */
const texts = `
${BUTTON}:empty::before { content: ${content(captions.en.title)}; }
${Object.entries(captions)
  .map(([tag, texts]) => `${BUTTON}:empty${speaks(tag)}::before { content: ${content(texts?.title)}; }`)
  .join('\n')}
${BUTTON}:empty${has('title')}::before { content: attr(title); }
${BUTTON}:empty:where([data-title])::before { content: attr(data-title); }
`;

/**
 * The style of a button before its script has run, or without it. The button has its final size, so nothing moves when the script
 * comes. A link inside it, for visitors without scripts, looks like the button.
 */
export const fallbackStyles = base + settings + texts;

/** Selects by an attribute in either spelling, without specificity. */
function has(name: string, value?: string): string {
  const test = value === undefined ? name : `${name}='${value}'`;
  return `:where([${test}], [data-${test}])`;
}

/** Selects buttons of this provider. */
function ofProvider({ name, markerClass }: NamedFace): string {
  const marked = markerClass ? `, .${markerClass}` : '';
  return `:where([provider='${name}'], [data-provider='${name}']${marked})`;
}

/** The colours in the button's own style sheet for this selector. */
function paletteOf(selector: string): string {
  const [, rule = ''] = styles.cssText.split(`\n  ${selector} {`);
  const colors = rule.split('}')[0]?.match(/--(surface|ink|tile|mark): [^;]*;/g);
  if (!colors) throw new Error(`The button's style sheet has no colours for ${selector}.`);
  return colors.join(' ');
}

function mark({ logo, brand }: ProviderFace): string {
  return `--logo: path('${logo}'); --crm: '${brand}';`;
}

/** Selects buttons in this language. */
function speaks(tag: string): string {
  const byDefault = faces
    .filter(({ language }) => language === tag && language !== CATALOGUE[DEFAULT].face.language)
    .map((face) => `${ofProvider(face)}:not([locale], [data-locale])`);
  const asked = [`[locale|='${tag}']`, `[data-locale|='${tag}']`, `${has('locale', 'auto')}:lang(${tag})`];
  return `:where(${[...asked, ...byDefault].join(', ')})`;
}

/** A caption as CSS content; a custom property holds the CRM's name. */
function content(title = ''): string {
  return title
    .split('{crm}')
    .map((text) => `'${text}'`)
    .join(' var(--crm) ');
}
