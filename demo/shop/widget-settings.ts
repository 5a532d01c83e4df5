import type { Connection } from '../../src/connections.js';
import { find, formatTime, post, say } from './requests.js';

const MEANINGS = {
  not_installed: 'The widget is not installed in this account, or not any more: install it.',
  invalid_token: 'The shop does not accept the one-time token.',
  not_an_administrator: 'Only administrators of the account connect it.',
  access_denied: 'Kommo does not accept this token.',
  malformed_token: 'That is no token: copy it as a whole.',
  unreachable: 'There was no answer. Try again.',
};

/** Calls the shop with a one-time token, which Kommo's page would have made. */
async function call(path: string, body?: object): Promise<Connection> {
  const { token } = await post<{ token: string }>('/crm-side/one-time-token');
  return post<Connection>(path, body, { 'x-auth-token': token });
}

function show({ account, accountName = account, host, status, since }: Connection): void {
  const facts = {
    Account: `${accountName} (${account})`,
    Host: host,
    Status: status,
    Since: formatTime(since),
  };
  find('dl', 'facts').replaceChildren(
    ...Object.entries(facts).map(([name, text]) => {
      const row = document.createElement('div');
      const term = Object.assign(document.createElement('dt'), { textContent: name });
      row.append(term, Object.assign(document.createElement('dd'), { textContent: text }));
      return row;
    }),
  );
  find('dl', 'facts').hidden = false;
}

const claim = (): Promise<void> =>
  say(
    find('p', 'claimed'),
    async () => {
      show(await call('/widget-settings/claim'));
      return 'The shop knows whose account this is.';
    },
    MEANINGS,
  );

find('button', 'install').addEventListener('click', () => {
  void say(
    find('p', 'claimed'),
    async () => {
      await post('/crm-side/install-widget');
      return 'Installed. Asking the shop…';
    },
    MEANINGS,
  ).then(claim);
});

const copied = find('input', 'copied');
const field = find('input', 'token');

find('button', 'make').addEventListener('click', () => {
  void say(
    find('p', 'taken'),
    async () => {
      copied.value = (await post<{ token: string }>('/crm-side/long-lived-token')).token;
      find('div', 'made').hidden = false;
      return 'Copy it: at Kommo it is shown once.';
    },
    MEANINGS,
  );
});

find('button', 'copy').addEventListener('click', () => {
  copied.select();
  void say(
    find('p', 'taken'),
    async () => {
      await navigator.clipboard.writeText(copied.value);
      return 'Copied.';
    },
    { unreachable: 'The browser does not let this page copy: press Ctrl+C.' },
  );
});

find('form', 'form').addEventListener('submit', (event) => {
  event.preventDefault();
  void say(
    find('p', 'taken'),
    async () => {
      const connection = await call('/widget-settings/token', { accessToken: field.value.trim() });
      field.value = '';
      show(connection);
      find('p', 'claimed').textContent = 'The shop knows whose account this is.';
      return 'Connected by the token.';
    },
    MEANINGS,
  );
});

await claim();
