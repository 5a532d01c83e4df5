import type { ConnectionsCaptions } from '../language/captions.js';

/** Kazakh, Cyrillic. Verbal nouns on buttons, the polite form in sentences. */
export const kk: ConnectionsCaptions = {
  loading: 'Жүктелуде…',
  empty: 'Қосылатын CRM жоқ.',
  offline: 'Сервермен байланыс жоқ.',
  error: 'Қосылымдарды жүктеу мүмкін болмады.',
  retry: 'Қайталау',
  signedOut: 'Қосылымдарды көру үшін жүйеге кіріңіз.',
  search: 'Іздеу',
  results: 'Нәтижелер: {count}',
  none: 'Қосылмаған',
  since: 'Қосылған күні: {date}',
  until: 'Қолжетімді мерзімі: {date}',
  expired: 'Қолжетімділік мерзімі бітті. Қайта қосыңыз.',
  disconnected: 'CRM жағынан ажыратылған',
  another: 'Басқа аккаунтты қосу',
  disconnect: 'Ажырату',
  ask: '{account} ажыратылсын ба?',
  cancel: 'Бас тарту',
  remove: 'Өшіру',
  failed: 'Орындалмады. Қайталап көріңіз.',
  ended: 'Ажыратылды: {account}',
};
