import type { Captions } from '../button/language/captions.js';

/** Czech. Infinitives on buttons, the polite plural in sentences. */
export const cs: Captions = {
  title: 'Pokračovat přes {crm}',
  disconnect: 'Odpojit {crm}',
  reconnect: 'Znovu připojit {crm}',
  opens: 'Otevře se v novém okně',
  connecting: 'Připojování…',
  waiting: 'Dokončete to v druhém okně.',
  cancel: 'Zrušit',
  reopen: 'Otevřít znovu',
  blocked: 'Prohlížeč okno zablokoval.',
  here: 'Pokračovat na této kartě',
  link: 'Otevřít na nové kartě',
  connected: 'Připojeno',
  connectedAs: 'Připojeno jako {account}',
  lost: 'Připojení bylo ztraceno.',
  denied: 'Přístup byl odepřen.',
  error: 'Něco se nepovedlo. Zkuste to znovu.',
};
