export type { Account } from './account.js';
export type { Behaviour } from './behaviour.js';
export type { Integration, Scope } from './integration.js';
export type { ReceivedRequest } from './received-request.js';
export type { RingCentralClient } from './ringcentral/ringcentral-client.js';
export type { RingCentralOptions } from './ringcentral/ringcentral-store.js';
export type { RingCentralUser } from './ringcentral/ringcentral-user.js';
export { startSandbox, type Sandbox, type SandboxOptions } from './start-sandbox.js';
