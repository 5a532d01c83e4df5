import type { ConnectionsCaptions } from '../language/captions.js';

/** Georgian. Nouns on buttons, the polite plural in sentences. */
export const ka: ConnectionsCaptions = {
  loading: 'იტვირთება…',
  empty: 'დასაკავშირებელი CRM არ არის.',
  offline: 'სერვერთან კავშირი არ არის.',
  error: 'კავშირები ვერ ჩაიტვირთა.',
  retry: 'ხელახლა ცდა',
  signedOut: 'კავშირების სანახავად გაიარეთ ავტორიზაცია.',
  search: 'ძიება',
  results: 'შედეგები: {count}',
  none: 'არ არის დაკავშირებული',
  since: 'დაკავშირებულია: {date}',
  until: 'წვდომის ვადა: {date}',
  expired: 'წვდომის ვადა ამოიწურა. დააკავშირეთ ხელახლა.',
  disconnected: 'გათიშულია CRM-ში',
  another: 'სხვა ანგარიშის დაკავშირება',
  disconnect: 'გათიშვა',
  ask: 'გავთიშოთ {account}?',
  cancel: 'გაუქმება',
  remove: 'წაშლა',
  failed: 'ვერ მოხერხდა. სცადეთ ხელახლა.',
  ended: 'გაითიშა: {account}',
};
