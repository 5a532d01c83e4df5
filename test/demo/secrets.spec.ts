import { expect, test } from '@playwright/test';
import { findSecret } from '../../demo/shared/secrets.js';

/** As Kommo makes them: 64 letters and digits. */
const SECRET = 'q9ZxT3mB7vKfLr2NsWc8HdYj4PgUa6EoXi1VtQb5RyMk0JzCnGpSw3DhFe7LuA2o';
const TOKEN = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJhLWNsaWVudCIsInN1YiI6IjEifQ.c2lnbmF0dXJl';

const SECRETS = [
  SECRET,
  `  ${SECRET}\n`,
  `https://shop.example/callback?key=${SECRET}`,
  SECRET.toLowerCase(),
  TOKEN,
  `Bearer ${TOKEN}`,
  'client_secret=hunter2',
  'https://shop.example/?client_secret=hunter2',
  '<crm-oauth-button client-secret="hunter2">',
  "<crm-oauth-button data-client_secret='hunter2'>",
  "clientSecret: 'hunter2',",
  '{"client_secret": "hunter2"}',
  '[attr.client-secret]="hunter2"',
  'const SECRET = `hunter2`;',
];

const OTHERS = [
  'harbor-shop',
  // Ids of integrations.
  'e2b1c3d4-0000-4a5b-8c9d-0123456789ab',
  'a'.repeat(63),
  'a'.repeat(65),
  // Hashes: base64 of SHA-384 has 64 characters, hexadecimal SHA-256 has as many.
  `integrity="sha384-${SECRET}"`,
  `node@sha256:${'0a'.repeat(32)}`,
  'Our secret is good service',
  'secrets_uri="https://shop.example/crm/secrets"',
  'data-secrets-uri="https://shop.example/crm/secrets"',
  "secretsUri: 'https://shop.example/crm/secrets'",
  'clientSecret: process.env.CRM_SECRET',
  "getenv('CRM_SECRET')",
  'client-secret=""',
];

test('client secrets and tokens are found, alone and in code', () => {
  for (const text of SECRETS) expect.soft(findSecret(text), text).toBeDefined();
});

test('ids, hashes, addresses and names of environment variables are no secrets', () => {
  for (const text of OTHERS) expect.soft(findSecret(text), text).toBeUndefined();
});
