import type { Captions } from '../button/language/captions.js';

/** Polish. The familiar form, as is usual in its software; no form depends on the visitor’s gender. */
export const pl: Captions = {
  title: 'Kontynuuj przez {crm}',
  disconnect: 'Odłącz {crm}',
  reconnect: 'Połącz ponownie {crm}',
  opens: 'Otworzy się w nowym oknie',
  connecting: 'Łączenie…',
  waiting: 'Dokończ w drugim oknie.',
  cancel: 'Anuluj',
  reopen: 'Otwórz ponownie',
  blocked: 'Przeglądarka zablokowała okno.',
  here: 'Kontynuuj w tej karcie',
  link: 'Otwórz w nowej karcie',
  connected: 'Połączono',
  connectedAs: 'Połączono jako {account}',
  lost: 'Utracono połączenie.',
  denied: 'Odmówiono dostępu.',
  error: 'Coś poszło nie tak. Spróbuj ponownie.',
};
