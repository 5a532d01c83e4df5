export { loadAdapter } from './ringcentral/load-adapter.js';
export { loadFrame } from './ringcentral/load-frame.js';
export type { AuthorizationStatus, Notice, ThirdPartyService } from './ringcentral/messages.js';
export { relayLogin, type RelayOptions } from './ringcentral/relay-login.js';
export { sendAuthorizationCode } from './ringcentral/send-authorization-code.js';
export {
  connectThirdPartyService,
  type ServiceConnection,
  type ServiceOptions,
} from './ringcentral/service.js';
export { serveAuthorizationButton, type ServeOptions } from './ringcentral/widget.js';
export type { WidgetOptions } from './ringcentral/widget-options.js';
export { adapterUrl, frameUrl } from './ringcentral/widget-url.js';
