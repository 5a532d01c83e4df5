/** What the documents' reader has already, by the names that the samples give it. */
export const READER = `
import type { Page } from '@playwright/test';
import type { ServerResponse } from 'node:http';
import type { CrmOAuthButton } from 'crm-oauth-button';
import type { Sandbox } from 'crm-oauth-button/sandbox';
import type * as server from 'crm-oauth-button/server';

declare global {
  // On the page.
  const button: CrmOAuthButton;
  const myButton: HTMLButtonElement;
  const badge: HTMLElement;
  const frame: HTMLIFrameElement;
  function tell(outcome: string): void;

  // On the server: the client's settings, and the user who is signed in.
  const clientId: string;
  const clientSecret: string;
  const redirectUri: string;
  const secretOfEurope: string;
  const hubspot: { clientId: string; clientSecret: string };
  const key: string;
  const CRM_KEY: string;
  const request: Request;
  const session: string;
  const sessions: { userOf(request: Request): string | undefined };
  const user: string;
  const id: string;
  const pasted: string;
  const expiresAt: number;

  // What another sample has made.
  const crm: server.Handler;
  const client: server.Client;
  const store: server.TokenStore;
  const states: server.StateStore;
  const secrets: server.SecretsStore;
  const account: string;
  const tokens: server.TokenStore & server.TokenSet;
  const response: server.CallbackResponse & ServerResponse;
  const nonce: string;
  const sandbox: Sandbox;
  const page: Page;
  function findSecret(clientId: string): Promise<string | undefined>;
  function findClient(clientId?: string): Promise<server.Client | undefined>;
  function keep(client: server.Client): Promise<void>;

  // Of other packages.
  const template: unknown;
  const eleventy: { addNunjucksShortcode(name: string, render: (attributes: Record<string, string>) => string): void };
  const chrome: { identity: { launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string> } };
  /** Elements that a page of HTML holds by these ids. */
  interface ParentNode {
    querySelector(id: \`#\${string}\`): HTMLElement | null;
  }
  interface Window {
    readonly crm: { open(url: string): Promise<string>; close(): void };
  }
}
`;

/** Packages for shells, which are not installed here: `test/docs/shells.spec.ts` stands in for them. */
export const SHELLS = [
  '@capacitor/app',
  '@capacitor/browser',
  '@tauri-apps/plugin-deep-link',
  '@tauri-apps/plugin-opener',
  'electron',
]
  .map((name) => `declare module '${name}';`)
  .join('\n');
