import type { Captions } from '../button/language/captions.js';

/** Turkish. The singular on buttons, the polite plural in sentences. */
export const tr: Captions = {
  title: '{crm} ile devam et',
  disconnect: '{crm} bağlantısını kes',
  reconnect: '{crm} bağlantısını yenile',
  opens: 'Yeni pencerede açılır',
  connecting: 'Bağlanıyor…',
  waiting: 'İşlemi diğer pencerede tamamlayın.',
  cancel: 'İptal',
  reopen: 'Yeniden aç',
  blocked: 'Tarayıcı pencereyi engelledi.',
  here: 'Bu sekmede devam et',
  link: 'Yeni sekmede aç',
  connected: 'Bağlı',
  connectedAs: 'Bağlı hesap: {account}',
  lost: 'Bağlantı koptu.',
  denied: 'Erişim reddedildi.',
  error: 'Bir sorun oluştu. Tekrar deneyin.',
};
