import type { Captions } from '../button/language/captions.js';

/** Greek. Nouns on buttons, the polite plural in sentences. */
export const el: Captions = {
  title: 'Συνέχεια με {crm}',
  disconnect: 'Αποσύνδεση {crm}',
  reconnect: 'Επανασύνδεση {crm}',
  opens: 'Ανοίγει σε νέο παράθυρο',
  connecting: 'Σύνδεση…',
  waiting: 'Ολοκληρώστε τη διαδικασία στο άλλο παράθυρο.',
  cancel: 'Ακύρωση',
  reopen: 'Άνοιγμα ξανά',
  blocked: 'Το πρόγραμμα περιήγησης απέκλεισε το παράθυρο.',
  here: 'Συνέχεια σε αυτήν την καρτέλα',
  link: 'Άνοιγμα σε νέα καρτέλα',
  connected: 'Συνδέθηκε',
  connectedAs: 'Συνδεδεμένος λογαριασμός: {account}',
  lost: 'Η σύνδεση χάθηκε.',
  denied: 'Η πρόσβαση δεν επιτράπηκε.',
  error: 'Κάτι πήγε στραβά. Δοκιμάστε ξανά.',
};
