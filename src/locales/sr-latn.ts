import type { Captions } from '../button/language/captions.js';

/** Serbian, Latin: the same words as in Cyrillic. */
export const srLatn: Captions = {
  title: 'Nastavi uz {crm}',
  disconnect: 'Prekini {crm} vezu',
  reconnect: 'Obnovi {crm} vezu',
  opens: 'Otvara se u novom prozoru',
  connecting: 'Povezivanje…',
  waiting: 'Završite u drugom prozoru.',
  cancel: 'Otkaži',
  reopen: 'Otvori ponovo',
  blocked: 'Pregledač je blokirao prozor.',
  here: 'Nastavi na ovoj kartici',
  link: 'Otvori na novoj kartici',
  connected: 'Povezano',
  connectedAs: 'Povezani nalog: {account}',
  lost: 'Veza je izgubljena.',
  denied: 'Pristup je odbijen.',
  error: 'Došlo je do greške. Probajte ponovo.',
};
