import 'crm-oauth-button';
import { fakeConsent } from 'crm-oauth-button/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let consent, button;

beforeEach(() => {
  consent = fakeConsent();
  document.body.innerHTML = '<crm-oauth-button client-id="shop"></crm-oauth-button>';
  button = document.querySelector('crm-oauth-button');
});

afterEach(() => consent.restore());

test('the element draws itself', () => {
  expect(button.shadowRoot.textContent.trim()).toBe('Continue with Kommo');
});

test('the element tells of a success', async () => {
  const codes = [];
  button.addEventListener('crm-oauth-success', (event) => {
    event.preventDefault(); // the page stays where it is
    codes.push(event.response.code);
  });
  button.click();
  consent.allow({ code: 'abc' });
  await vi.waitFor(() => expect(codes).toEqual(['abc']));
  expect(button.status).toBe('authorized');
});

test('the element says that the visitor refused', async () => {
  button.click();
  consent.deny();
  await vi.waitFor(() => expect(button.shadowRoot.textContent).toContain('Access was denied.'));
});
