import type { Captions } from '../button/language/captions.js';

/** Georgian. Nouns on buttons, the polite plural in sentences. */
export const ka: Captions = {
  title: '{crm}-ზე გაგრძელება',
  disconnect: '{crm} ანგარიშის გათიშვა',
  reconnect: '{crm}-ის კვლავ დაკავშირება',
  opens: 'იხსნება ახალ ფანჯარაში',
  connecting: 'მიმდინარეობს დაკავშირება…',
  waiting: 'დაასრულეთ მეორე ფანჯარაში.',
  cancel: 'გაუქმება',
  reopen: 'ხელახლა გახსნა',
  blocked: 'ბრაუზერმა ფანჯარა დაბლოკა.',
  here: 'ამ ჩანართში გაგრძელება',
  link: 'ახალ ჩანართში გახსნა',
  connected: 'დაკავშირებულია',
  connectedAs: 'დაკავშირებული ანგარიში: {account}',
  lost: 'კავშირი გაწყდა.',
  denied: 'წვდომა უარყოფილია.',
  error: 'მოხდა შეცდომა. სცადეთ ხელახლა.',
};
