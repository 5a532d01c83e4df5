import type { Runtime } from '../shared/runtime.js';
import { accountHost, AMOCRM, KOMMO } from './crm-brands.js';
import type { CrmStore, Installation } from './crm-store.js';

/** The end of an integration's connection to an account. */
export interface Disconnection {
  clientId: string;
  /** The integration's name. */
  name: string;
  /** The account's host. */
  account: string;
  /** Whether the integration knows: its hook answered 2xx. `undefined` when it has no hook. */
  told: boolean | undefined;
  /** What became of the notice, as a sentence. */
  outcome: string;
}

/** Whether people call the account so: by its numeric id, or by its host at a CRM that the integration is registered with. */
export function isNamed({ account, integration }: Installation, name: string): boolean {
  const brands = [KOMMO, AMOCRM].filter(({ id }) => (integration.brand ?? id) === id);
  return name === String(account.id) || brands.some((brand) => name === accountHost(account, brand));
}

/** Disconnects integrations one after the other. A hook that fails keeps no other from being called. */
export async function disconnectAll(
  connections: readonly Installation[],
  store: CrmStore,
  runtime: Runtime,
): Promise<Disconnection[]> {
  const ended: Disconnection[] = [];
  for (const { integration, account, host } of connections) {
    const { clientId, name, disconnectUri } = integration;
    const notice = await notify(store.disconnect(clientId, account.id), disconnectUri);
    runtime.log(`${name}: disconnected from ${host}. ${notice.outcome}`);
    ended.push({ clientId, name, account: host, ...notice });
  }
  return ended;
}

async function notify(
  disconnected: Promise<number | undefined>,
  disconnectUri: string | undefined,
): Promise<Pick<Disconnection, 'told' | 'outcome'>> {
  try {
    const status = await disconnected;
    if (status === undefined || !disconnectUri) {
      return { told: undefined, outcome: 'It has no disconnect hook, and learns nothing of it.' };
    }
    const told = status >= 200 && status < 300;
    return { told, outcome: `Its hook ${disconnectUri} answered with status ${status}.` };
  } catch (error) {
    return { told: false, outcome: `Its hook ${disconnectUri} gave no answer: ${(error as Error).message}.` };
  }
}
