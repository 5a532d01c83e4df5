import type { ConnectionsCaptions } from '../language/captions.js';

/** Malay. */
export const ms: ConnectionsCaptions = {
  loading: 'Memuatkan…',
  empty: 'Tiada CRM untuk disambungkan.',
  offline: 'Tiada sambungan ke pelayan.',
  error: 'Sambungan tidak dapat dimuatkan.',
  retry: 'Cuba lagi',
  signedOut: 'Log masuk untuk melihat sambungan anda.',
  search: 'Cari',
  results: 'Hasil: {count}',
  none: 'Tidak disambungkan',
  since: 'Disambungkan sejak {date}',
  until: 'Akses hingga {date}',
  expired: 'Akses telah tamat. Sambungkan semula.',
  disconnected: 'Diputuskan di CRM',
  another: 'Sambungkan akaun lain',
  disconnect: 'Putuskan sambungan',
  ask: 'Putuskan sambungan {account}?',
  cancel: 'Batal',
  remove: 'Alih keluar',
  failed: 'Tidak berjaya. Cuba lagi.',
  ended: 'Sambungan diputuskan: {account}',
};
