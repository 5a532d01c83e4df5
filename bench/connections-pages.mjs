// @ts-check

/** As many cards as no site has. */
export const CARDS = 100;
const PROVIDERS = ['kommo', 'hubspot', 'pipedrive', 'salesforce', 'zoho'];

const clients = Array.from({ length: CARDS }, (_, i) => ({
  name: `crm-${i}`,
  settings: {
    provider: PROVIDERS[i % PROVIDERS.length],
    clientId: 'shop',
    redirectUri: 'https://shop.example/crm/callback',
    domain: 'acme.my.salesforce.com',
  },
}));
const connections = clients.map(({ name, settings }, i) => ({
  id: String(i),
  client: name,
  provider: settings.provider,
  account: String(i),
  accountName: `Account ${i}`,
  host: 'acme.example',
  status: 'connected',
  since: Date.UTC(2026, 2, 14),
}));

/** Draws 100 cards of one account each when told to: ours, or what one would write by hand, without states, questions or languages. */
export function connectionsPage(/** @type {string} */ id) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
    <script>
      const lists = ${JSON.stringify({ clients, connections })};
      window.fetch = async (url) => Response.json(String(url.url ?? url).endsWith('clients') ? lists.clients : lists.connections);
    </script><body><script type="module">${id === 'ours' ? OURS : BY_HAND}
      window.isReady = true;
    </script>`;
}

const OURS = `import '/connections.js';
  window.draw = async () => {
    const list = document.createElement('crm-connections');
    list.setAttribute('src', '/crm/connections');
    document.body.append(list);
    while (!list.matches(':state(ready)')) await new Promise((resolve) => setTimeout(resolve));
    await list.updateComplete;
    return list;
  };`;

const BY_HAND = `window.draw = async () => {
    const [clients, connections] = await Promise.all(
      ['clients', 'connections'].map((path) => fetch('/crm/' + path).then((answer) => answer.json())),
    );
    const list = document.createElement('ul');
    const add = (parent, name, text = '') => {
      const element = parent.appendChild(document.createElement(name));
      element.textContent = text;
      return element;
    };
    for (const client of clients) {
      const card = add(list, 'li');
      add(card, 'h3', client.settings.provider);
      for (const { accountName, host, since } of connections.filter((one) => one.client === client.name)) {
        add(card, 'p', accountName);
        add(card, 'p', host + ', connected on ' + new Date(since).toLocaleDateString('en'));
        add(card, 'button', 'Disconnect').onclick = () => fetch('/crm/connections/1', { method: 'DELETE' });
      }
      add(card, 'button', 'Connect another account').onclick = () => open('/crm/connect');
    }
    document.body.append(list);
    return list;
  };`;
