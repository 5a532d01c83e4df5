import type { Captions } from '../button/language/captions.js';

/** Croatian. The singular on buttons, the polite plural in sentences. */
export const hr: Captions = {
  title: 'Nastavi uz {crm}',
  disconnect: 'Odspoji {crm}',
  reconnect: 'Ponovno poveži {crm}',
  opens: 'Otvara se u novom prozoru',
  connecting: 'Povezivanje…',
  waiting: 'Dovršite u drugom prozoru.',
  cancel: 'Odustani',
  reopen: 'Otvori ponovno',
  blocked: 'Preglednik je blokirao prozor.',
  here: 'Nastavi u ovoj kartici',
  link: 'Otvori u novoj kartici',
  connected: 'Povezano',
  connectedAs: 'Povezani račun: {account}',
  lost: 'Veza je izgubljena.',
  denied: 'Pristup je odbijen.',
  error: 'Nešto je pošlo po zlu. Pokušajte ponovno.',
};
