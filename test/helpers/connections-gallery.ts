import { readFileSync } from 'node:fs';

/** The element in a font that is the same on every machine. */
const FONT = [
  ['roboto/files/roboto-latin', 'U+0000-02FF, U+2000-206F'],
  ['noto-sans-arabic/files/noto-sans-arabic-arabic', 'U+0600-06FF'],
]
  .flatMap(([file, range]) =>
    [400, 500, 700].map((weight) => {
      const data = readFileSync(`node_modules/@fontsource/${String(file)}-${weight}-normal.woff2`, 'base64');
      const source = `url(data:font/woff2;base64,${data})`;
      return `@font-face { font-family: Gallery; font-weight: ${weight}; src: ${source}; unicode-range: ${String(range)}; }`;
    }),
  )
  .join('\n');

/** A row as a server gives it. */
type Row = Readonly<Record<string, unknown>>;

/** What the stub of a server answers; a number is a status, `offline` no answer, `never` none so far. */
export type Answer = readonly Row[] | number | 'offline' | 'never';

/** A picture of `<crm-connections>`. */
export interface Scene {
  readonly attributes?: string;
  readonly clients?: Answer;
  readonly connections?: Answer;
  /** Script that runs once the first list is there; `element` and `root` are the element and its shadow root. */
  readonly script?: string;
  readonly children?: string;
  readonly dir?: string;
  readonly style?: string;
}

/** Noon, so that every time zone but the outermost has the same day. */
const DAY = Date.UTC(2026, 2, 14, 12);

export const client = (name: string, provider = name): Row => ({
  name,
  settings: { provider, clientId: 'shop', redirectUri: 'https://shop.example/callback' },
});

export const connection = (id: string, client: string, more: Row = {}): Row => ({
  id,
  client,
  provider: client,
  account: id,
  accountName: 'Acme Trading',
  host: `acme.${client}.example`,
  status: 'connected',
  since: DAY,
  ...more,
});

export const CLIENTS = ['hubspot', 'pipedrive', 'salesforce'].map((name) => client(name));

export const MANY = ['kommo', 'hubspot', 'pipedrive', 'salesforce', 'zoho', 'close', 'intercom'].map((name) =>
  client(name),
);

/** One account of each kind, a client with two, and one with none. */
export const CONNECTIONS = [
  connection('1', 'hubspot'),
  connection('2', 'pipedrive', { status: 'reconnect', accountName: 'Acme Sales' }),
  connection('3', 'salesforce', { until: DAY + 90 * 86_400_000 }),
  connection('4', 'salesforce', {
    accountName: 'Acme Holding International, Department of Industrial Refrigeration',
    status: 'disconnected',
  }),
];

/** A server in the page: it answers what the scene says. Buttons get a state. */
function serverScript({ clients = CLIENTS, connections = CONNECTIONS }: Scene): string {
  return `
    window.answers = ${JSON.stringify({ clients, connections, delete: 204 })};
    window.asked = [];
    window.fetch = async (url, { method = 'GET' } = {}) => {
      const { pathname } = new URL(url, location.href);
      asked.push(method + ' ' + pathname);
      if (pathname.endsWith('/state')) return Response.json({ state: 'a-state' });
      const name = method === 'DELETE' ? 'delete' : pathname.endsWith('/clients') ? 'clients' : 'connections';
      const answer = answers[name];
      if (answer === 'never') return new Promise(() => {});
      if (answer === 'offline') throw new TypeError('Failed to fetch');
      if (typeof answer === 'number') return new Response(null, { status: answer });
      return Response.json(answer);
    };`;
}

/** A page with one element. */
export function connectionsPage(scene: Scene): string {
  const { attributes = '', children = '', dir = 'ltr', script = '', style = '' } = scene;
  return `<html lang="en" dir="${dir}"><style>
    ${FONT}
    body { margin: 0; background: Canvas; color: CanvasText; }
    main { padding: 16px; --crm-connections-font: Gallery; }
    h1,
    h2 { position: absolute; clip-path: inset(50%); }
    ${style}
    </style><main><h1>Settings</h1><h2>Connections</h2
    ><crm-connections src="/crm/connections" ${attributes}>${children}</crm-connections></main>
    <script>${serverScript(scene)}</script>
    <script type="module">
      import '/dist/connections.js';
      const element = document.querySelector('crm-connections');
      const { shadowRoot: root } = element;
      const shows = async (test) => { while (!test()) await new Promise(requestAnimationFrame); };
      await element.updateComplete;
      if (${scene.connections !== 'never'}) await shows(() => !element.matches(':state(loading)'));
      ${script}
      await element.updateComplete;
      await document.fonts.ready;
      document.body.dataset.ready = '';
    </script>`;
}
