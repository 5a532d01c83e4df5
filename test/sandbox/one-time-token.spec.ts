import { expect } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { startSandbox } from '../../sandbox/index.js';
import { SHOP, test } from './fixtures.js';

const decode = (part = ''): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
const claimsOf = (token: string) => decode(token.split('.')[1]) as Record<string, unknown>;

test('it is a JWT under the client secret, with the claims of the vendor’s document', ({
  sandbox,
  clock,
}) => {
  const token = sandbox.oneTimeToken(SHOP.clientId, 31000001);
  const [header, payload, signature] = token.split('.');
  expect(decode(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
  expect(signature).toBe(
    createHmac('sha256', SHOP.clientSecret).update(`${header}.${payload}`).digest('base64url'),
  );
  const time = clock.now / 1000;
  expect(decode(payload)).toEqual({
    iss: 'https://acme.kommo.com',
    aud: 'https://shop.example',
    jti: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    iat: time,
    nbf: time,
    exp: time + 1800,
    account_id: 31000001,
    user_id: 9000001,
    client_uuid: SHOP.clientId,
    is_admin: true,
    subdomain: 'acme',
  });
});

test('each one is another', ({ sandbox }) => {
  const tokens = [1, 2].map(() => sandbox.oneTimeToken(SHOP.clientId, 31000001));
  expect(claimsOf(tokens[0]!).jti).not.toBe(claimsOf(tokens[1]!).jti);
});

test('times are whole seconds', ({ sandbox, clock }) => {
  clock.now += 999;
  expect(Number.isInteger(claimsOf(sandbox.oneTimeToken(SHOP.clientId, 31000001)).iat)).toBe(true);
});

test('amoCRM’s integration gets a token of amoCRM’s host', async () => {
  const integrations = [{ ...SHOP, brand: 'amocrm' as const }];
  const sandbox = await startSandbox({ port: 0, integrations });
  expect(claimsOf(sandbox.oneTimeToken(SHOP.clientId, 31000001)).iss).toBe('https://acme.amocrm.ru');
  await sandbox.close();
});

test('claims take the place of its own, or take them out, and are signed', ({ sandbox }) => {
  const changed = { iss: 'https://evil.example', exp: 1, is_admin: undefined };
  const token = sandbox.oneTimeToken(SHOP.clientId, 31000001, changed);
  expect(claimsOf(token)).toMatchObject({ iss: 'https://evil.example', exp: 1, account_id: 31000001 });
  expect(claimsOf(token)).not.toHaveProperty('is_admin');
  const [signed, signature] = [token.slice(0, token.lastIndexOf('.')), token.split('.')[2]];
  expect(signature).toBe(createHmac('sha256', SHOP.clientSecret).update(signed).digest('base64url'));
});

test('an unknown integration or account is refused', ({ sandbox }) => {
  expect(() => sandbox.oneTimeToken('nobody', 31000001)).toThrow(RangeError);
  expect(() => sandbox.oneTimeToken(SHOP.clientId, 1)).toThrow(RangeError);
});
