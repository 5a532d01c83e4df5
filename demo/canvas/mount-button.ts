import { providerOf } from '../shared/provider.js';
import { setAttributes, type Mount } from './stage.js';

/** One button. */
export const mountElement: Mount = async (stage, settings) => {
  await import('../../src/index.js');
  return mountButton(stage, settings);
};

/** One button, of the script that the page itself has loaded; and the policy that it lives under. */
export const mountStrict: Mount = (stage, settings) => {
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv]')?.content ?? '';
  stage.say(policy.replaceAll('; ', ';\n'));
  return mountButton(stage, settings);
};

/** The CRM's own script tag, with our script in it. */
export const mountDropIn: Mount = ({ root }, settings) => {
  const marker = document.createElement('script');
  const update = ({ provider, ...rest }: typeof settings): void => {
    marker.className = providerOf({ provider }).face.markerClass ?? '';
    setAttributes(marker, rest, 'data-');
  };
  update(settings);
  marker.src = 'cdn/button.js';
  root.append(marker);
  return update;
};

const mountButton: Mount = ({ root }, settings) => {
  const button = document.createElement('crm-oauth-button');
  setAttributes(button, settings);
  root.append(button);
  return (changed) => setAttributes(button, changed);
};
