import type { Mount } from './stage.js';
import { setAttributes } from './set-attributes.js';

/** One button, of the script that the page itself has loaded; and the policy that it lives under. */
export const mountStrict: Mount = ({ root, say }, settings) => {
  const button = document.createElement('crm-oauth-button');
  setAttributes(button, settings);
  root.append(button);
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv]')?.content ?? '';
  say(policy.replaceAll('; ', ';\n'));
  return (changed) => setAttributes(button, changed);
};
