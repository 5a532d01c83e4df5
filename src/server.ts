export { accountHost } from './server/account-host.js';
export { awaitSecrets, type AwaitSecretsOptions } from './server/await-secrets.js';
export type { Awaitable } from './server/awaitable.js';
export { CallbackError, type CallbackErrorCode } from './server/callback-error.js';
export { Client, type ClientCredentials } from './server/client.js';
export { createSignedState, type CreatedState } from './server/create-signed-state.js';
export { createState, type StateOptions } from './server/create-state.js';
export { exchangeCode } from './server/exchange-code.js';
export { findSignedState } from './server/find-signed-state.js';
export { type CurrentState, findState } from './server/find-state.js';
export { forgetDisconnected } from './server/forget-disconnected.js';
export { freshTokens, type FreshTokensOptions } from './server/fresh-tokens.js';
export { MemorySecretsStore } from './server/memory-secrets-store.js';
export { MemoryStateStore } from './server/memory-state-store.js';
export { MemoryTokenStore } from './server/memory-token-store.js';
export { type PostgresClient, type PostgresPool, PostgresTokenStore } from './server/postgres-token-store.js';
export {
  type AuthorizationResponse,
  readAuthorizationResponse,
} from './server/read-authorization-response.js';
export { receiveSecrets, type ReceiveSecretsOptions } from './server/receive-secrets.js';
export { refreshTokens } from './server/refresh-tokens.js';
export type { TokenRequestOptions } from './server/request-tokens.js';
export type { SecretsStore } from './server/secrets-store.js';
export type { SignedStateOptions } from './server/signed-state.js';
export type { StateRecord, StateStore } from './server/state-store.js';
export { TokenError, type TokenFailure, type TokenRefusal } from './server/token-error.js';
export { type TokenRecord, TokenSet } from './server/token-set.js';
export type { TokenChange, TokenStore } from './server/token-store.js';
export { verifyDisconnect, type Disconnect } from './server/verify-disconnect.js';
export { verifySignedState, type VerifiedState } from './server/verify-signed-state.js';
export { verifyState } from './server/verify-state.js';
