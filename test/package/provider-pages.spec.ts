import { expect, test } from '@playwright/test';
import { transform } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { SETTINGS } from '../../src/button/settings.js';
import { CATALOGUE, type ProviderName } from '../../src/providers/catalogue.js';
import type { Entry } from '../../src/providers/entries.js';
import * as server from '../../src/server.js';
import { readBlocks } from '../helpers/documents.js';

/** Those that have a document elsewhere, or are no CRM. */
const OTHERS = new Set(['kommo', 'amocrm', 'ringcentral', 'oauth2']);
const names = Object.keys(CATALOGUE).filter((name) => !OTHERS.has(name)) as ProviderName[];

/** A document's blocks in a language. */
const blocksOf = (path: string, language: string): string[] =>
  readBlocks(path).flatMap((block) => (block.language === language ? [block.code] : []));

/** The settings of a button, by property. */
function settingsOf(markup: string): Record<string, string> {
  const attributes = [...markup.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]);
  return Object.fromEntries(
    attributes.map(([name, value]) => {
      const [property] = Object.entries(SETTINGS).find(([, { attribute }]) => attribute === name) ?? [];
      expect(property, `there is an attribute ${name}`).toBeDefined();
      return [property!, value!];
    }),
  );
}

/** What the constant `client` of a block is, when the back end of this package runs it. */
async function clientOf(source: string): Promise<server.Client> {
  const { code } = await transform(source, { format: 'cjs' });
  const process = { env: new Proxy({}, { get: () => 'a-secret' }) };
  const context = createContext({ require: () => server, process });
  return runInContext(`${code}\nclient`, context) as server.Client;
}

test('each CRM of the catalogue has its page, and each page its CRM', () => {
  expect(readdirSync('docs/providers').sort()).toEqual(names.map((name) => `${name}.md`).sort());
  const overview = readFileSync('docs/providers.md', 'utf8');
  for (const name of names) expect(overview).toContain(`](providers/${name}.md)`);
});

for (const name of names) {
  test(`docs/providers/${name}.md: the button asks, and the client is of the same app`, async () => {
    const path = `docs/providers/${name}.md`;
    expect(existsSync(path)).toBe(true);
    const lines = readFileSync(path, 'utf8').split('\n').length;
    expect(lines).toBeLessThan(60);
    const [markup = '', ...others] = blocksOf(path, 'html');
    expect(others).toEqual([]);
    const settings = settingsOf(markup);
    expect(settings.provider).toBe(name);

    const { request } = CATALOGUE[name] as Entry<Record<string, string>>;
    const asked = request(settings);
    await asked.ready;
    const { redirectUri, clientId } = asked.prepare('a-state', 'https://shop.example/');
    expect(new URL(redirectUri!).pathname, 'a redirect URI of its own').toBe(`/callback/${name}`);

    const [source = '', ...rest] = blocksOf(path, 'js');
    expect(rest).toEqual([]);
    const client = await clientOf(source);
    expect([client.clientId, client.redirectUri]).toEqual([clientId, redirectUri]);
    const { provider, hosts, parameters, apiHosts } = client.tokenEndpoint;
    expect(provider).toBe(name);
    // Whatever names the visitor's account has to be the same on both sides.
    const { domain, resource, region = 'us', scopes } = settings;
    if (name === 'salesforce' || name === 'zendesk') expect(hosts).toEqual([domain]);
    if (name === 'dynamics') expect(apiHosts).toEqual([new URL(resource!).host]);
    if (name === 'intercom') expect(hosts).toEqual([`api.${region}.intercom.io`]);
    if (name === 'zendesk') expect(parameters).toEqual({ scope: scopes });
  });
}

test('the samples of docs/providers.md are good JavaScript, and the definition is a good one', async () => {
  const samples = blocksOf('docs/providers.md', 'js');
  for (const sample of samples) await transform(sample, { format: 'esm' });
  const definition = samples.find((sample) => sample.includes('oauth2Tokens({')) ?? '';
  const { tokenEndpoint } = await clientOf(definition);
  expect(tokenEndpoint.hosts).toEqual(['id.acme.example']);
});
