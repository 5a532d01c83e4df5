import { byTag } from '../button/language/by-tag.js';
import type { ConnectionsCaptions } from './language/captions.js';
import * as all from './locales/all.js';

export * from './locales/all.js';

/**
 * Every language that `<crm-connections>` does not bring itself, by language tag (BCP 47) in lower case, as for the button in
 * `crm-oauth-button/locales`.
 */
export const connectionsLocales: Readonly<Record<string, ConnectionsCaptions>> = /* @__PURE__ */ byTag(all);
