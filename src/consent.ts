export { type AuthorizeOptions, createState } from './consent/attempt.js';
export { authorize } from './consent/authorize.js';
export { AuthorizationError, type AuthorizationErrorInit, type ClientErrorCode } from './consent/errors.js';
export type { AuthorizationResponse } from './consent/response.js';
export { amocrm, kommo, type KommoOptions } from './providers/kommo/request.js';
export { oauth2, type OAuth2Options } from './providers/oauth2/request.js';
export type { AuthorizationMode, AuthorizationRequest, PreparedRequest } from './providers/provider.js';
export { ringcentral, type RingCentralOptions } from './providers/ringcentral/request.js';
