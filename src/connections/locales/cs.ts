import type { ConnectionsCaptions } from '../language/captions.js';

/** Czech. Infinitives on buttons, the polite plural in sentences. */
export const cs: ConnectionsCaptions = {
  loading: 'Načítání…',
  empty: 'Není žádné CRM k připojení.',
  offline: 'Není spojení se serverem.',
  error: 'Připojení se nepodařilo načíst.',
  retry: 'Zkusit znovu',
  signedOut: 'Přihlaste se, ať vidíte svá připojení.',
  search: 'Hledat',
  results: 'Výsledky: {count}',
  none: 'Nepřipojeno',
  since: 'Připojeno od {date}',
  until: 'Přístup do {date}',
  expired: 'Přístup vypršel. Připojte účet znovu.',
  disconnected: 'Odpojeno v CRM',
  another: 'Připojit další účet',
  disconnect: 'Odpojit',
  ask: 'Odpojit {account}?',
  cancel: 'Zrušit',
  remove: 'Odebrat',
  failed: 'Nepovedlo se to. Zkuste to znovu.',
  ended: 'Odpojeno: {account}',
};
