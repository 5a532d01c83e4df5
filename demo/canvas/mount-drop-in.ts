import type { Mount } from './stage.js';
import { setAttributes } from './set-attributes.js';

/** The CRM's own script tag, with our script in it. */
export const mountDropIn: Mount = ({ root }, settings) => {
  const marker = document.createElement('script');
  const show = ({ provider, ...rest }: typeof settings): void => {
    marker.className = provider === 'amocrm' ? 'amocrm_oauth' : 'kommo_oauth';
    setAttributes(marker, rest, 'data-');
  };
  show(settings);
  marker.src = 'cdn/button.js';
  root.append(marker);
  return show;
};
