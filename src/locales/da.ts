import type { Captions } from '../button/language/captions.js';

/** Danish. */
export const da: Captions = {
  title: 'Fortsæt med {crm}',
  disconnect: 'Frakobl {crm}',
  reconnect: 'Tilkobl {crm} igen',
  opens: 'Åbnes i et nyt vindue',
  connecting: 'Opretter forbindelse…',
  waiting: 'Gør det færdigt i det andet vindue.',
  cancel: 'Annuller',
  reopen: 'Åbn igen',
  blocked: 'Browseren blokerede vinduet.',
  here: 'Fortsæt på denne fane',
  link: 'Åbn på en ny fane',
  connected: 'Tilkoblet',
  connectedAs: 'Tilkoblet som {account}',
  lost: 'Forbindelsen blev afbrudt.',
  denied: 'Adgangen blev nægtet.',
  error: 'Noget gik galt. Prøv igen.',
};
