import type { ConnectionsCaptions } from '../language/captions.js';

/** Turkish. The singular on buttons, the polite plural in sentences. */
export const tr: ConnectionsCaptions = {
  loading: 'Yükleniyor…',
  empty: 'Bağlanacak CRM yok.',
  offline: 'Sunucuyla bağlantı yok.',
  error: 'Bağlantılar yüklenemedi.',
  retry: 'Tekrar dene',
  signedOut: 'Bağlantılarınızı görmek için oturum açın.',
  search: 'Ara',
  results: 'Sonuçlar: {count}',
  none: 'Bağlı değil',
  since: 'Bağlantı tarihi: {date}',
  until: 'Erişim bitişi: {date}',
  expired: 'Erişim süresi doldu. Yeniden bağlayın.',
  disconnected: 'CRM tarafında bağlantı kesildi',
  another: 'Başka hesap bağla',
  disconnect: 'Bağlantıyı kes',
  ask: '{account} bağlantısı kesilsin mi?',
  cancel: 'İptal',
  remove: 'Kaldır',
  failed: 'Olmadı. Tekrar deneyin.',
  ended: 'Bağlantı kesildi: {account}',
};
