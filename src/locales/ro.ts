import type { Captions } from '../button/language/captions.js';

/** Romanian. The familiar form, as is usual in its software. */
export const ro: Captions = {
  title: 'Continuă cu {crm}',
  disconnect: 'Deconectează {crm}',
  reconnect: 'Reconectează {crm}',
  opens: 'Se deschide într-o fereastră nouă',
  connecting: 'Se conectează…',
  waiting: 'Finalizează în cealaltă fereastră.',
  cancel: 'Anulează',
  reopen: 'Deschide din nou',
  blocked: 'Browserul a blocat fereastra.',
  here: 'Continuă în această filă',
  link: 'Deschide într-o filă nouă',
  connected: 'Conectat',
  connectedAs: 'Cont conectat: {account}',
  lost: 'Conexiunea s-a pierdut.',
  denied: 'Accesul a fost refuzat.',
  error: 'A apărut o eroare. Încearcă din nou.',
};
