import { readFileSync } from 'node:fs';

/** A button on the page: its attributes, and its state. */
export interface Exhibit {
  readonly attributes?: string;
  readonly state?: State;
  readonly children?: string;
}

/** A button's visible traits, besides its size and colours. */
export type State = (typeof STATES)[number];

export const STATES = [
  'idle',
  'waiting',
  'detached',
  'denied',
  'error',
  'authorized',
  'reconnect',
  'blocked',
  'disabled',
  'compact',
  'dot',
] as const;

/** Themes, the older colours, and the brand that always has those. */
export const LOOKS = [
  'theme="light"',
  'theme="dark"',
  'theme="auto"',
  ...['default', 'blue', 'violet', 'green', 'orange', 'red'].map((color) => `color="${color}"`),
  'provider="amocrm" locale="en"',
];

export const SIZES = ['small', 'medium', 'large'];

/** States that attributes set. */
const ATTRIBUTES: Partial<Record<State, string>> = {
  authorized: 'authorized authorized-account="acme.kommo.com"',
  reconnect: 'reconnect',
  disabled: 'disabled',
  compact: 'compact',
  dot: 'show-auth-red-dot',
};

/** Produces the other states by actions of the visitor and the browser. Blocks windows last, because they stay blocked. */
const SCRIPT = `
  import '/dist/index.js';
  import { registerCaptions } from '/dist/index.js';
  import { ar } from '/dist/locales/ar.js';
  import { fakeConsent } from '/dist/testing.js';
  registerCaptions('ar', ar);
  const consent = fakeConsent();
  Document.prototype.hasFocus = () => false;
  const ends = {
    waiting: () => {},
    detached: () => consent.close(),
    denied: () => consent.deny(),
    error: () => consent.deny('server_error'),
    blocked: () => {},
  };
  const reached = [];
  for (const [state, end] of Object.entries(ends)) {
    if (state === 'blocked') consent.block();
    for (const button of document.querySelectorAll('.' + state)) {
      reached.push(new Promise((resolve) => button.addEventListener('crm-oauth-statuschange',
        (event) => event.status === state && resolve())));
      button.authorize().catch(() => {});
      end();
    }
  }
  await Promise.all([...reached, document.fonts.ready]);
  document.body.dataset.ready = '';`;

/** The button in a font that is the same on every machine. */
export const FONT = `${[
  ['roboto', 'latin'],
  ['roboto', 'cyrillic'],
  ['noto-sans-arabic', 'arabic'],
]
  .map(([family = '', subset = '']) => font(family, subset))
  .join('\n')}
  crm-oauth-button { --crm-oauth-button-font: Gallery; }`;

/** A page of buttons. */
export function gallery(exhibits: readonly Exhibit[], { dir = 'ltr', style = '' } = {}): string {
  const buttons = exhibits.map(({ attributes = '', state = 'idle', children = '' }) => {
    const all = `client-id="shop" class="${state}" ${ATTRIBUTES[state] ?? ''} ${attributes}`;
    return `<crm-oauth-button ${all}>${children}</crm-oauth-button>`;
  });
  return `<html lang="en" dir="${dir}"><style>
    ${FONT}
    body { margin: 0; background: Canvas; color: CanvasText; }
    main { display: flex; flex-wrap: wrap; align-items: start; gap: 12px; padding: 12px; }
    h1 { position: absolute; clip-path: inset(50%); }
    ${style}
    </style><main><h1>Buttons</h1>${buttons.join('\n')}</main><script type="module">${SCRIPT}</script>`;
}

function font(family: string, subset: string): string {
  const file = `node_modules/@fontsource/${family}/files/${family}-${subset}-700-normal.woff2`;
  const range = { latin: 'U+0000-02FF, U+2000-206F', cyrillic: 'U+0400-04FF', arabic: 'U+0600-06FF' }[subset];
  const url = `data:font/woff2;base64,${readFileSync(file, 'base64')}`;
  return `@font-face { font-family: Gallery; font-weight: 100 900; src: url(${url}); unicode-range: ${range}; }`;
}
