import { crmClientId } from './every-crm.js';
import { CLIENT_ID } from './harbor-shop.js';
import type { Story } from './story.js';

const group = 'Make it yours';
const shared = { clientId: CLIENT_ID, server: '{sandbox}' };

export const makeItYours: readonly Story[] = [
  {
    id: 'themes',
    group,
    title: 'Themes',
    summary:
      '`auto` follows the page’s colour scheme: switch the background of the canvas between light and dark, and see which of the three moves.',
    kind: 'gallery',
    vary: 'theme',
    settings: { ...shared, theme: 'auto', title: 'Connect Kommo' },
  },
  {
    id: 'colours',
    group,
    title: 'Older colours',
    summary:
      'The six colours of the older button. Each surface is dark enough for its white caption: 4.5 to 1 and better.',
    kind: 'gallery',
    vary: 'color',
    settings: { ...shared, color: 'violet', title: 'Connect Kommo' },
  },
  {
    id: 'sizes',
    group,
    title: 'Sizes',
    summary:
      '32, 42 or 48 pixels high. Long captions are cut with an ellipsis, or wrap with one custom property.',
    kind: 'gallery',
    vary: 'size',
    settings: { ...shared, theme: 'auto', size: 'large', title: 'Connect Kommo' },
  },
  {
    id: 'compact',
    group,
    title: 'Compact',
    summary:
      'The logo alone. Screen readers still hear the caption, and the name of the control is the same.',
    settings: { ...shared, compact: true, theme: 'auto' },
  },
  {
    id: 'locales',
    group,
    title: 'Locales',
    summary:
      'Five languages come with the button, many more are there for the importing. With `auto` it takes the nearest `lang`, then the browser’s.',
    kind: 'gallery',
    vary: 'locale',
    settings: { ...shared, theme: 'auto', locale: 'es' },
  },
  {
    id: 'amocrm',
    group,
    title: 'amoCRM',
    summary:
      'The same protocol under the other brand: its colours, its window, and Russian unless you say otherwise.',
    settings: { clientId: crmClientId('amocrm'), provider: 'amocrm', server: '{sandbox}/amocrm' },
    client: 'amocrm',
  },
];
