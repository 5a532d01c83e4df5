import { bitrix24Face } from './bitrix24/face.js';
import { bitrix24 as bitrix24Request } from './bitrix24/request.js';
import { closeFace } from './close/face.js';
import { close as closeRequest } from './close/request.js';
import { dynamicsFace } from './dynamics/face.js';
import { dynamics as dynamicsRequest } from './dynamics/request.js';
import { highlevelFace } from './highlevel/face.js';
import { highlevel as highlevelRequest } from './highlevel/request.js';
import { hubspotFace } from './hubspot/face.js';
import { hubspot as hubspotRequest } from './hubspot/request.js';
import { intercomFace } from './intercom/face.js';
import { intercom as intercomRequest } from './intercom/request.js';
import { amocrmFace, kommoFace } from './kommo/face.js';
import { amocrm as amocrmRequest, kommo as kommoRequest } from './kommo/request.js';
import { mondayFace } from './monday/face.js';
import { monday as mondayRequest } from './monday/request.js';
import { oauth2Face } from './oauth2/face.js';
import { oauth2 as oauth2Request } from './oauth2/request.js';
import { pipedriveFace } from './pipedrive/face.js';
import { pipedrive as pipedriveRequest } from './pipedrive/request.js';
import { own } from './own.js';
import type { AuthorizationRequest, ProviderFace } from './provider.js';
import { ringcentralFace } from './ringcentral/face.js';
import { ringcentral as ringcentralRequest } from './ringcentral/request.js';
import { salesforceFace } from './salesforce/face.js';
import { salesforce as salesforceRequest } from './salesforce/request.js';
import { zendeskFace } from './zendesk/face.js';
import { zendesk as zendeskRequest } from './zendesk/request.js';
import { zohoFace } from './zoho/face.js';
import { zoho as zohoRequest } from './zoho/request.js';

/** A provider of the catalogue. */
export interface Entry<Settings = never> {
  readonly face: ProviderFace;
  /** Makes an authorization request of a button’s settings. */
  readonly request: (settings: Settings) => AuthorizationRequest;
}

/** A button lists scopes in `scopes`; RFC 6749, section 3.3, calls the parameter `scope`. */
type Scoped<Options> = Omit<Options, 'scope'> & { readonly scopes?: string | undefined };

/** Without an effect: a bundle leaves out those that it does not name. */
function scoped<Options extends object>(
  face: ProviderFace,
  request: (options: Options) => AuthorizationRequest,
): Entry<Scoped<Options>> {
  return {
    face,
    request: (settings) => request({ ...settings, scope: own(settings).scopes } as unknown as Options),
  };
}

export const kommo = { face: kommoFace, request: kommoRequest };
export const amocrm = { face: amocrmFace, request: amocrmRequest };
export const ringcentral = /* @__PURE__ */ scoped(ringcentralFace, ringcentralRequest);
export const hubspot = /* @__PURE__ */ scoped(hubspotFace, hubspotRequest);
export const pipedrive = /* @__PURE__ */ scoped(pipedriveFace, pipedriveRequest);
export const zoho = /* @__PURE__ */ scoped(zohoFace, zohoRequest);
export const salesforce = /* @__PURE__ */ scoped(salesforceFace, salesforceRequest);
export const bitrix24 = /* @__PURE__ */ scoped(bitrix24Face, bitrix24Request);
export const dynamics = /* @__PURE__ */ scoped(dynamicsFace, dynamicsRequest);
export const close = /* @__PURE__ */ scoped(closeFace, closeRequest);
export const intercom = /* @__PURE__ */ scoped(intercomFace, intercomRequest);
export const zendesk = /* @__PURE__ */ scoped(zendeskFace, zendeskRequest);
export const monday = /* @__PURE__ */ scoped(mondayFace, mondayRequest);
export const highlevel = /* @__PURE__ */ scoped(highlevelFace, highlevelRequest);
export const oauth2 = /* @__PURE__ */ scoped(oauth2Face, oauth2Request);
