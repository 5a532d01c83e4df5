import { fakeConsent } from 'crm-oauth-button/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from './connect.js';

let consent, button, line;

beforeEach(() => {
  consent = fakeConsent();
  button = document.createElement('button');
  line = document.createElement('p');
  connect(button, line);
});

afterEach(() => consent.restore());

const expectLine = (text) => vi.waitFor(() => expect(line.textContent).toBe(text));

test('says which account is connected', async () => {
  button.click();
  expect(consent.urls[0].searchParams.get('client_id')).toBe('shop');
  consent.allow({ referer: 'acme.kommo.com' });
  await expectLine('Connected to acme.kommo.com');
});

test('says that the visitor refused', async () => {
  button.click();
  consent.deny();
  await expectLine('access_denied');
});

test('says that the browser blocked the window', async () => {
  consent.block();
  button.click();
  await expectLine('popup_blocked');
});

test('says that the visitor closed the window', async () => {
  button.click();
  consent.close();
  await vi.waitFor(() => expect(line.textContent).toBe('popup_closed'), { timeout: 5000 });
});
