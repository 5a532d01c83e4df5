import type { Captions } from '../button/language/captions.js';

/** Slovenian. The singular on buttons, the polite plural in sentences; the name stands beside a noun, uninflected. */
export const sl: Captions = {
  title: 'Nadaljuj z računom {crm}',
  disconnect: 'Odklopi {crm}',
  reconnect: 'Znova poveži {crm}',
  opens: 'Odpre se v novem oknu',
  connecting: 'Povezovanje…',
  waiting: 'Dokončajte v drugem oknu.',
  cancel: 'Prekliči',
  reopen: 'Odpri znova',
  blocked: 'Brskalnik je blokiral okno.',
  here: 'Nadaljuj na tem zavihku',
  link: 'Odpri na novem zavihku',
  connected: 'Povezano',
  connectedAs: 'Povezani račun: {account}',
  lost: 'Povezava je bila prekinjena.',
  denied: 'Dostop je bil zavrnjen.',
  error: 'Prišlo je do napake. Poskusite znova.',
};
