// @ts-check

/** @typedef {{ id: string, name: string, entry: string }} Login */

/** The libraries that open a consent window and wait for the outcome: ours and the alternatives, each used as its documents say. */
export const logins = /** @type {const} @satisfies {readonly Login[]} */ ([
  {
    id: 'authorize',
    name: 'crm-oauth-button/consent',
    entry: `import { authorize, kommo } from '../dist/consent.js';
      window.login = (options) => authorize(kommo(options));`,
  },
  {
    id: 'oidc',
    name: 'oidc-client-ts',
    entry: `import { UserManager } from 'oidc-client-ts';
      window.login = (options) => new UserManager(options).signinPopup();`,
  },
  {
    id: 'auth0',
    name: '@auth0/auth0-spa-js',
    entry: `import { Auth0Client } from '@auth0/auth0-spa-js';
      window.login = (options) => new Auth0Client(options).loginWithPopup();`,
  },
  {
    id: 'msal',
    name: '@azure/msal-browser',
    entry: `import { createStandardPublicClientApplication } from '@azure/msal-browser';
      window.login = async (options) => (await createStandardPublicClientApplication(options)).loginPopup();`,
  },
  {
    id: 'firebase',
    name: '@firebase/auth',
    entry: `import { initializeApp } from '@firebase/app';
      import { browserPopupRedirectResolver, GoogleAuthProvider, initializeAuth, signInWithPopup } from '@firebase/auth';
      window.login = (options) =>
        signInWithPopup(initializeAuth(initializeApp(options)), new GoogleAuthProvider(), browserPopupRedirectResolver);`,
  },
  {
    id: 'nango',
    name: '@nangohq/frontend',
    entry: `import Nango from '@nangohq/frontend';
      window.login = (options) => new Nango(options).auth(options.integration);`,
  },
  {
    id: 'zoid',
    name: 'zoid',
    entry: `import { create } from 'zoid';
      window.login = (options) => create(options)().renderTo(window, 'body', 'popup');`,
  },
]);
