import { expect, test } from '@playwright/test';
import { authorize, kommo, oauth2 } from '../../src/consent.js';

// These tests run in Node: as on a server that renders pages.

const OPTIONS = {
  clientId: 'shop',
  authorizationEndpoint: 'https://id.example/authorize',
  redirectUri: 'https://shop.example/callback',
};

for (const [name, provider] of Object.entries({ kommo, oauth2 })) {
  test(`${name}() can be made without a page, and authorize() says that it needs one`, async () => {
    const request = provider(OPTIONS);
    await request.ready;
    await expect(authorize(request)).rejects.toMatchObject({
      name: 'AuthorizationError',
      code: 'unsupported_environment',
      kind: 'client',
      clientId: 'shop',
    });
  });
}
