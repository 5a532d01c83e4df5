import type { Captions } from '../button/language/captions.js';

/** Hungarian. Nouns on buttons, the polite form in sentences. */
export const hu: Captions = {
  title: 'Folytatás {crm}-fiókkal',
  disconnect: '{crm} leválasztása',
  opens: 'Új ablakban nyílik meg',
  connecting: 'Kapcsolódás…',
  waiting: 'Fejezze be a másik ablakban.',
  cancel: 'Mégse',
  reopen: 'Megnyitás újra',
  blocked: 'A böngésző letiltotta az ablakot.',
  here: 'Folytatás ezen a lapon',
  link: 'Megnyitás új lapon',
  connected: 'Csatlakoztatva',
  connectedAs: 'Csatlakoztatott fiók: {account}',
  denied: 'Hozzáférés megtagadva.',
  error: 'Hiba történt. Próbálja újra.',
};
