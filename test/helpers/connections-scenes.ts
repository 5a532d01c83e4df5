import { type Scene, CONNECTIONS, MANY, connection } from './connections-gallery.js';

const ASK = `root.querySelector('.leave').click(); await shows(() => root.querySelector('.cancel'));`;

/** Every state of `<crm-connections>`, and every kind of content. */
export const SCENES: Readonly<Record<string, Scene>> = {
  accounts: {},
  'no account': { connections: [] },
  search: {
    clients: MANY,
    connections: [connection('1', 'kommo')],
    script: `const field = root.querySelector('input');
      field.value = 'o';
      field.dispatchEvent(new Event('input'));`,
  },
  'a question': { script: ASK },
  'a failure': {
    script: `${ASK} answers.delete = 500;
      root.querySelector('.confirm').click();
      await shows(() => root.querySelector('.failed'));`,
  },
  loading: { connections: 'never' },
  'no CRM': { clients: [] },
  offline: { connections: 'offline' },
  'an old list': { script: `answers.connections = 500; await element.refresh();` },
  'signed out': { connections: 401 },
  'right to left': {
    dir: 'rtl',
    connections: [connection('1', 'hubspot', { accountName: 'شركة أكمي للتجارة' }), ...CONNECTIONS.slice(1)],
  },
};
