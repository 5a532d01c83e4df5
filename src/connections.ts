import { defineConnections } from './connections/define.js';
import { registerProviders } from './providers.js';

export { CrmConnections } from './connections/crm-connections.js';
export * from './connections/events.js';
export type { ConnectionsCaptions } from './connections/language/captions.js';
export { registerConnectionsCaptions } from './connections/language/register-captions.js';
export type {
  ClientSetting,
  Connection,
  ConnectionsClient,
  ConnectionStatus,
} from './connections/read-connections.js';
export * from './element.js';

registerProviders();
defineConnections();
