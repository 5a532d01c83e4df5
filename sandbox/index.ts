export type { Account } from './account.js';
export type { Behaviour } from './behaviour.js';
export type { Integration, Scope } from './integration.js';
export type { ReceivedRequest } from './received-request.js';
export { startSandbox, type Sandbox, type SandboxOptions } from './start-sandbox.js';
