import type { ConnectionsCaptions } from '../language/captions.js';

/** Ukrainian. Infinitives on buttons, the polite plural in sentences. */
export const uk: ConnectionsCaptions = {
  loading: 'Завантаження…',
  empty: 'Немає CRM для підключення.',
  offline: 'Немає зв’язку із сервером.',
  error: 'Не вдалося завантажити підключення.',
  retry: 'Повторити',
  signedOut: 'Увійдіть, щоб побачити свої підключення.',
  search: 'Шукати',
  results: 'Знайдено: {count}',
  none: 'Не підключено',
  since: 'Підключено: {date}',
  until: 'Доступ до: {date}',
  expired: 'Термін доступу минув. Підключіть знову.',
  disconnected: 'Відключено на боці CRM',
  another: 'Підключити інший акаунт',
  disconnect: 'Відключити',
  ask: 'Відключити {account}?',
  cancel: 'Скасувати',
  remove: 'Видалити',
  failed: 'Не вдалося. Спробуйте ще раз.',
  ended: 'Відключено: {account}',
};
