export {
  connectThirdPartyService,
  type ServiceConnection,
  type ServiceOptions,
} from './ringcentral/connect-third-party-service.js';
export { loadAdapter, loadFrame, type LoadSettings } from './ringcentral/load-widget.js';
export type {
  AuthorizationLink,
  AuthorizationStatus,
  Banner,
  HiddenBanner,
  LicenseStatus,
  Notice,
  ThirdPartyService,
} from './ringcentral/messages.js';
export { relayLogin, type RelayOptions } from './ringcentral/relay-login.js';
export { sendAuthorizationCode } from './ringcentral/send-authorization-code.js';
export { serveAuthorizationButton, type ServeOptions } from './ringcentral/serve-authorization-button.js';
export { adapterUrl, frameUrl, type WidgetOptions } from './ringcentral/widget-url.js';
