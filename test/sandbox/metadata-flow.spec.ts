import { expect } from '@playwright/test';
import { allow, consentUrl, deny, metadata, readAnswer, test } from './fixtures.js';

interface Secrets {
  client_id: string;
  client_secret: string;
  state: string;
}

test('allow creates an integration and posts its secrets before it answers', async ({
  sandbox,
  receiver,
}) => {
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, metadata(receiver))));
  expect(receiver.requests).toHaveLength(1);
  const [request] = receiver.requests;
  expect(request).toMatchObject({ method: 'POST', url: '/secrets', type: 'application/json' });
  const secrets = JSON.parse(request!.body) as Secrets;
  expect(secrets).toEqual({
    client_id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    client_secret: expect.stringMatching(/^[\w-]{43}$/),
    state: 's1',
  });
  expect(redirect.searchParams.get('client_id')).toBe(secrets.client_id);

  const response = await fetch(`${sandbox.url}/oauth2/access_token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: secrets.client_id,
      client_secret: secrets.client_secret,
      grant_type: 'authorization_code',
      code: redirect.searchParams.get('code')!,
      redirect_uri: 'https://shop.example/new',
    }),
  });
  expect(response.status).toBe(200);
});

for (const status of [204, 201, 302, 500]) {
  test(`status ${status} from the webhook aborts the installation`, async ({ sandbox, receiver }) => {
    receiver.status = status;
    const response = await allow(consentUrl(sandbox, metadata(receiver)));
    expect(response.status).toBe(502);
    expect(await response.text()).toContain(`/secrets answered with status ${status}.`);
    expect(receiver.requests).toHaveLength(1);
    const { client_id: clientId } = JSON.parse(receiver.requests[0]!.body) as Secrets;
    expect(await (await fetch(sandbox.url)).text()).not.toContain(clientId);
  });
}

test('a webhook out of reach aborts the installation', async ({ sandbox, receiver }) => {
  const query = metadata(receiver, { secrets_uri: 'http://127.0.0.1:9/secrets' });
  const response = await allow(consentUrl(sandbox, query));
  expect(response.status).toBe(502);
  expect(await response.text()).toContain('gave no answer');
});

test('secretsFirst: false answers first', async ({ sandbox, receiver }) => {
  sandbox.behave({ secretsFirst: false });
  const { redirect } = await readAnswer(await allow(consentUrl(sandbox, metadata(receiver))));
  expect(receiver.requests).toHaveLength(0);
  await expect.poll(() => receiver.requests.length).toBe(1);
  const { client_id: clientId } = JSON.parse(receiver.requests[0]!.body) as Secrets;
  expect(redirect.searchParams.get('client_id')).toBe(clientId);
});

test('late secrets that are refused abort the installation as well', async ({ sandbox, receiver, lines }) => {
  sandbox.behave({ secretsFirst: false });
  receiver.status = 204;
  await allow(consentUrl(sandbox, metadata(receiver)));
  await expect.poll(() => lines).toContain('Harbor Analytics: installation aborted');
});

test('late secrets are not sent once the sandbox has closed', async ({ sandbox, receiver }) => {
  sandbox.behave({ secretsFirst: false });
  await allow(consentUrl(sandbox, metadata(receiver)));
  await sandbox.close();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(receiver.requests).toHaveLength(0);
});

test('deny: no client_id, no secrets', async ({ sandbox, receiver }) => {
  const { message, redirect } = await readAnswer(await deny(consentUrl(sandbox, metadata(receiver))));
  expect(message).toEqual({ error: 'access_denied' });
  expect(redirect.href).toBe('https://shop.example/new?error=access_denied&state=s1');
  expect(receiver.requests).toHaveLength(0);
});

test('the log shortens a secret in the webhook’s URL', async ({ sandbox, receiver, lines }) => {
  const secretsUri = `${receiver.url}/secrets?access_token=mine-and-mine-alone`;
  await allow(consentUrl(sandbox, metadata(receiver, { secrets_uri: secretsUri })));
  expect(lines).toContain(
    `Harbor Analytics: secrets delivered to ${receiver.url}/secrets?access_token=mine…`,
  );
  expect(lines.join('\n')).not.toContain('alone');
});
