export { oauth2Tokens, type OAuth2TokensOptions } from './providers/oauth2/tokens.js';
export { ringcentralTokens, type RingCentralTokensOptions } from './providers/ringcentral/tokens.js';
export type {
  AccountSource,
  AnsweredHosts,
  ClientAuthentication,
  CurrentHost,
  KeyedHosts,
  Lifetimes,
  NamedHosts,
  OneTimeTokenClaims,
  OptionalTokenField,
  Revocation,
  TokenEndpoint,
  UninstallNotice,
} from './providers/token-endpoint.js';
export type { ZohoTokensOptions } from './providers/zoho/tokens.js';
export type { SalesforceTokensOptions } from './providers/salesforce/tokens.js';
export type { Bitrix24TokensOptions } from './providers/bitrix24/tokens.js';
export type { DynamicsTokensOptions } from './providers/dynamics/tokens.js';
export type { IntercomTokensOptions } from './providers/intercom/tokens.js';
export type { ZendeskTokensOptions } from './providers/zendesk/tokens.js';
export type { AnyClient } from './server/connections/clients.js';
export type { AccessTokenOptions } from './server/connections/fresh-connection.js';
export { createHandler } from './server/handler/create-handler.js';
export type { Handler, HandlerContext, HandlerOptions, LongLivedToken } from './server/handler/handler.js';
export {
  type NodeListener,
  type NodeRequest,
  type NodeResponse,
  toNodeListener,
} from './server/handler/to-node-listener.js';
export { MemoryStore } from './server/store/memory-store.js';
export { PostgresStore, type PostgresStoreOptions } from './server/store/postgres-store.js';
export type { SealingKey, SealingOptions } from './server/store/sealing.js';
export type { SqliteDatabase, SqliteStatement } from './server/store/sqlite-drivers.js';
export { SqliteStore, type SqliteStoreOptions } from './server/store/sqlite-store.js';
export type {
  Connection,
  ConnectionChange,
  ConnectionRecord,
  ConnectionStatus,
  ConnectionStore,
  Store,
} from './server/store/store.js';
export { CallbackError, type CallbackErrorCode } from './server/callback-error.js';
export { awaitSecrets, type AwaitSecretsOptions } from './server/secrets/await-secrets.js';
export {
  ExternalIntegration,
  type ExternalIntegrationOptions,
} from './server/secrets/external-integration.js';
export { receiveSecrets, type ReceiveSecretsOptions } from './server/secrets/receive-secrets.js';
export { MemorySecretsStore, type SecretsStore } from './server/secrets/secrets-store.js';
export {
  type CurrentState,
  findState,
  issueState,
  type StateOptions,
  verifyState,
} from './server/state/session-state.js';
export {
  type CreatedState,
  createSignedState,
  findSignedState,
  type VerifiedState,
  verifySignedState,
} from './server/state/signed-state.js';
export type { SignedStateOptions } from './server/state/state-signature.js';
export { MemoryStateStore, type StateRecord, type StateStore } from './server/state/state-store.js';
export { forgetDisconnected } from './server/status/forget-disconnected.js';
export { type OneTimeToken, verifyOneTimeToken } from './server/status/verify-one-time-token.js';
export { type Uninstall, verifyUninstall } from './server/status/verify-uninstall.js';
export { type Disconnect, verifyDisconnect } from './server/status/verify-disconnect.js';
export type { Awaitable } from './server/stores.js';
export { type Account, fetchAccount } from './server/tokens/account.js';
export { Client, type ClientCredentials, type ClientOptions } from './server/tokens/client.js';
export { exchangeCode, type ExchangeOptions } from './server/tokens/exchange-code.js';
export { accountHost } from './server/tokens/hosts.js';
export { PostgresTokenStore } from './server/tokens/postgres-token-store.js';
export type { PostgresClient, PostgresPool } from './server/store/postgres.js';
export {
  type CallbackResponse,
  readAuthorizationResponse,
} from './server/tokens/read-authorization-response.js';
export { freshTokens, type FreshTokensOptions, refreshTokens } from './server/tokens/refresh-tokens.js';
export { revokeTokens } from './server/tokens/revoke-tokens.js';
export { TokenError, type TokenFailure, type TokenRefusal } from './server/tokens/token-error.js';
export type { TokenRequestOptions } from './server/tokens/client-request.js';
export { type TokenRecord, TokenSet } from './server/tokens/token-set.js';
export { MemoryTokenStore, type TokenChange, type TokenStore } from './server/tokens/token-store.js';
