import type { Connection } from '../../src/connections.js';
import { find, formatTime, post, say } from './requests.js';

const MEANINGS = {
  reconnect: 'The access has ended: the person has to connect again.',
  unreachable: 'The CRM gave no answer. Nothing was changed.',
  not_found: 'The id of a private integration is known to the store alone.',
};

const { sandbox = '' } = find('main', 'main').dataset;
const list = document.querySelector('crm-connections');
const chosen = find('select', 'chosen');
const disconnect = find('button', 'disconnect');
const blocked = find('input', 'blocked');

list?.addEventListener('crm-connections-change', ({ connections }) => {
  const { value } = chosen;
  chosen.replaceChildren(
    ...connections.map(
      ({ id, account, accountName = account, host }) => new Option(`${accountName} (${host})`, id),
    ),
  );
  // The one that was chosen, or else the newest.
  chosen.value = connections.find(({ id }) => id === value)?.id ?? connections.at(-1)?.id ?? '';
  find('div', 'some').hidden = connections.length === 0;
  find('p', 'none').hidden = connections.length > 0;
  disconnect.disabled = connections.length === 0;
  show();
});

chosen.addEventListener('change', () => {
  find('p', 'said').textContent = find('p', 'done').textContent = '';
  show();
});

find('button', 'refresh').addEventListener('click', () => {
  void say(
    find('p', 'said'),
    async () => {
      try {
        show(await tokenOf(chosen.value, true));
        return 'New tokens received.';
      } finally {
        await list?.refresh();
      }
    },
    MEANINGS,
  );
});

disconnect.addEventListener('click', () => {
  void say(
    find('p', 'done'),
    async () => {
      await post('/crm-side/disconnect', { id: chosen.value });
      await list?.refresh();
      return current()?.status === 'connected'
        ? 'Done. This CRM tells nobody: the next refresh finds out.'
        : 'Done. The CRM has told the shop.';
    },
    MEANINGS,
  );
});

blocked.addEventListener('change', () => {
  void say(
    find('p', 'done'),
    async () => {
      await post(`${sandbox}/sandbox/behaviour`, { account: blocked.checked ? 'blocked' : 'active' });
      return blocked.checked ? 'The accounts are blocked.' : 'The accounts are active.';
    },
    MEANINGS,
  );
});

function current(): Connection | undefined {
  return list?.connections.find(({ id }) => id === chosen.value);
}

/** Shows the chosen connection. Its token is asked for, unless it has just come. */
function show(token?: string): void {
  const connection = current();
  if (!connection) return;
  const { id, status, since, until } = connection;
  find('dd', 'status').textContent = status;
  find('dd', 'since').textContent = formatTime(since);
  find('dd', 'until').textContent = until === undefined ? 'The CRM does not tell' : formatTime(until);
  find('button', 'refresh').disabled = status !== 'connected';
  if (token !== undefined || status !== 'connected') {
    find('dd', 'token').textContent = token ?? 'None any more';
    return;
  }
  void tokenOf(id).then(
    (start) => {
      if (chosen.value === id) find('dd', 'token').textContent = start;
    },
    () => (find('dd', 'token').textContent = 'None'),
  );
}

async function tokenOf(id: string, isRefused = false): Promise<string> {
  const { start } = await post<{ start: string }>('/settings/access-token', { id, isRefused });
  return `${start}…`;
}

const behaviour = await fetch(`${sandbox}/sandbox/behaviour`).catch(() => undefined);
blocked.checked = ((await behaviour?.json()) as { account?: string } | undefined)?.account === 'blocked';
