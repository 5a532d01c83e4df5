import type { Captions } from '../button/language/captions.js';

/** Kazakh, Cyrillic. Verbal nouns on buttons, the polite form in sentences. */
export const kk: Captions = {
  title: '{crm} арқылы жалғастыру',
  disconnect: '{crm} қызметін ажырату',
  reconnect: '{crm} қызметін қайта қосу',
  opens: 'Жаңа терезеде ашылады',
  connecting: 'Қосылуда…',
  waiting: 'Басқа терезеде аяқтаңыз.',
  cancel: 'Бас тарту',
  reopen: 'Қайта ашу',
  blocked: 'Браузер терезені бұғаттады.',
  here: 'Осы қойындыда жалғастыру',
  link: 'Жаңа қойындыда ашу',
  connected: 'Қосылған',
  connectedAs: 'Қосылған аккаунт: {account}',
  lost: 'Байланыс үзілді.',
  denied: 'Кіруге рұқсат берілмеді.',
  error: 'Қате орын алды. Қайталап көріңіз.',
};
