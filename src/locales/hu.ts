import type { Captions } from '../button/language/captions.js';

/** Hungarian. Nouns on buttons, the polite form in sentences. */
export const hu: Captions = {
  title: 'Folytatás {crm}-fiókkal',
  disconnect: '{crm} leválasztása',
  reconnect: '{crm} újracsatlakoztatása',
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
  lost: 'A kapcsolat megszakadt.',
  denied: 'Hozzáférés megtagadva.',
  error: 'Hiba történt. Próbálja újra.',
};
