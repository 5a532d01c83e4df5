import type { ConnectionsCaptions } from '../language/captions.js';

/** Greek. Nouns on buttons, the polite plural in sentences. */
export const el: ConnectionsCaptions = {
  loading: 'Φόρτωση…',
  empty: 'Δεν υπάρχει CRM για σύνδεση.',
  offline: 'Δεν υπάρχει σύνδεση με τον διακομιστή.',
  error: 'Δεν ήταν δυνατή η φόρτωση των συνδέσεων.',
  retry: 'Νέα προσπάθεια',
  signedOut: 'Συνδεθείτε για να δείτε τις συνδέσεις σας.',
  search: 'Αναζήτηση',
  results: 'Αποτελέσματα: {count}',
  none: 'Χωρίς σύνδεση',
  since: 'Σύνδεση από {date}',
  until: 'Πρόσβαση έως {date}',
  expired: 'Η πρόσβαση έληξε. Συνδεθείτε ξανά.',
  disconnected: 'Αποσύνδεση από το CRM',
  another: 'Σύνδεση άλλου λογαριασμού',
  disconnect: 'Αποσύνδεση',
  ask: 'Αποσύνδεση του λογαριασμού {account};',
  cancel: 'Ακύρωση',
  remove: 'Αφαίρεση',
  failed: 'Δεν τα καταφέραμε. Δοκιμάστε ξανά.',
  ended: 'Αποσυνδέθηκε: {account}',
};
