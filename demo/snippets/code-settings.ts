import { CLIENT_ID, MESSAGE_CLIENT_ID } from '../stories/integration-ids.js';
import type { Settings } from '../stories/story.js';
import type { SnippetInput } from './snippet.js';

const OWN_IDS: ReadonlySet<unknown> = new Set([CLIENT_ID, MESSAGE_CLIENT_ID, 'harbor-shop-web']);

/** The settings as a snippet has them: for the CRM itself, without the addresses and ids of this studio. */
export function codeSettings({ settings, place, isForSandbox }: SnippetInput): Settings {
  if (isForSandbox) return settings;
  const { server, ...rest } = settings;
  const isOwnServer = String(server ?? '').startsWith(place.sandbox);
  const entries = Object.entries(rest).map(([name, value]) => [name, forProduction(value, place)]);
  return Object.fromEntries([
    ...entries,
    ...(isOwnServer || !server ? [] : [['server', server]]),
  ]) as Settings;
}

function forProduction(value: string | boolean, { site, sandbox }: SnippetInput['place']): string | boolean {
  if (typeof value !== 'string') return value;
  if (OWN_IDS.has(value)) return 'YOUR_CLIENT_ID';
  return value
    .replace(`${sandbox}/ringcentral/restapi/oauth/authorize`, 'https://id.example/authorize')
    .replace(sandbox, 'https://id.example')
    .replace(site, 'https://shop.example');
}
