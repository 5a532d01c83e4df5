import type { Captions } from '../button/language/captions.js';

/** Malay. */
export const ms: Captions = {
  title: 'Teruskan dengan {crm}',
  disconnect: 'Nyahsambung {crm}',
  reconnect: 'Sambung semula {crm}',
  opens: 'Dibuka dalam tetingkap baharu',
  connecting: 'Menyambung…',
  waiting: 'Selesaikan dalam tetingkap yang satu lagi.',
  cancel: 'Batal',
  reopen: 'Buka semula',
  blocked: 'Penyemak imbas menyekat tetingkap itu.',
  here: 'Teruskan dalam tab ini',
  link: 'Buka dalam tab baharu',
  connected: 'Disambungkan',
  connectedAs: 'Disambungkan sebagai {account}',
  lost: 'Sambungan terputus.',
  denied: 'Akses ditolak.',
  error: 'Ralat telah berlaku. Cuba lagi.',
};
