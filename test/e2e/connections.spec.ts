import { client, CONNECTIONS } from '../helpers/connections-gallery.js';
import { expect, test } from './fixtures.js';

const POLICY = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

test('the module in cdn draws the settings page under a strict policy, and disconnects', async ({
  page,
  site,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
  });
  let list = CONNECTIONS;
  await page.route('**/crm/clients', (route) =>
    route.fulfill({ json: [client('hubspot'), client('salesforce')] }),
  );
  await page.route('**/crm/connections', (route) => route.fulfill({ json: list }));
  await page.route('**/crm/state?*', (route) => route.fulfill({ json: { state: 'a-state' } }));
  const deleted: string[] = [];
  await page.route('**/crm/connections/*', async (route) => {
    const request = route.request();
    deleted.push(
      `${request.method()} ${new URL(request.url()).pathname} ${String(request.headers()['x-crm-oauth'])}`,
    );
    list = list.filter(({ id }) => id !== '1');
    await route.fulfill({ status: 204 });
  });
  const html = `<crm-connections src="/crm/connections"></crm-connections>
    <script type="module" src="/cdn/connections.js"></script>`;
  await page.goto(site.page('/', html, { 'content-security-policy': POLICY }));
  await expect(page.getByRole('heading')).toHaveText(['HubSpot', 'Salesforce']);
  await expect(page.getByRole('listitem').filter({ hasText: 'HubSpot' }).first()).toHaveCSS(
    'border-radius',
    '12px',
  );
  await page.getByRole('button', { name: 'Disconnect Acme Trading' }).first().click();
  await page.getByRole('group').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('Not connected')).toBeVisible();
  expect(deleted).toEqual(['DELETE /crm/connections/1 1']);
  expect(violations).toEqual([]);
});
