import { element, shortElement } from './markup.js';
import type { Story } from './story.js';

const group = 'Make it yours';

export const looks: readonly Story[] = [
  {
    id: 'themes',
    group,
    title: 'Themes',
    look: 'For light pages, for dark ones, and one that follows the visitor’s own colour scheme; `data-title` is the caption.',
    variants: [
      {
        label: 'light',
        stage: 'light',
        markup: shortElement('data-theme="light" data-title="Connect Kommo"'),
      },
      { label: 'dark', stage: 'dark', markup: shortElement('data-theme="dark" data-title="Connect Kommo"') },
      { label: 'auto', markup: shortElement('data-theme="auto" data-title="Connect Kommo"') },
    ],
  },
  {
    id: 'colours',
    group,
    title: 'Older colours',
    look: 'The six colours of the older button, each with enough contrast under its white caption.',
    variants: ['default', 'blue', 'violet', 'green', 'orange', 'red'].map((color) => ({
      label: color,
      markup: shortElement(`data-color="${color}" data-title="Connect Kommo"`),
    })),
  },
  {
    id: 'sizes',
    group,
    title: 'Sizes',
    look: '32, 42 or 48 pixels high.',
    variants: ['small', 'medium', 'large'].map((size) => ({
      label: size,
      markup: shortElement(`size="${size}" data-theme="auto" data-title="Connect Kommo"`),
    })),
  },
  {
    id: 'compact',
    group,
    title: 'Compact',
    look: 'The logo alone; screen readers still hear the caption.',
    variants: [{ markup: element('data-compact="true"', 'data-theme="auto"') }],
  },
  {
    id: 'amocrm',
    group,
    title: 'amoCRM',
    look: 'The same protocol under the other brand, in Russian unless you say otherwise.',
    variants: [
      {
        markup: element('provider="amocrm"').replace('{{sandbox}}', '{{sandbox}}/amocrm'),
      },
    ],
  },
];
