import type { ConnectionsCaptions } from '../language/captions.js';

/** Hebrew. Nouns and impersonal forms: nobody is addressed by gender. */
export const he: ConnectionsCaptions = {
  loading: 'בטעינה…',
  empty: 'אין מערכת CRM לחיבור.',
  offline: 'אין חיבור לשרת.',
  error: 'לא ניתן היה לטעון את החיבורים.',
  retry: 'ניסיון נוסף',
  signedOut: 'יש להיכנס לחשבון כדי לראות את החיבורים.',
  search: 'חיפוש',
  results: 'תוצאות: {count}',
  none: 'לא מחובר',
  since: 'מחובר מאז {date}',
  until: 'גישה עד {date}',
  expired: 'תוקף הגישה פג. יש להתחבר שוב.',
  disconnected: 'נותק במערכת CRM',
  another: 'חיבור חשבון נוסף',
  disconnect: 'ניתוק',
  ask: 'לנתק את {account}?',
  cancel: 'ביטול',
  remove: 'הסרה',
  failed: 'הפעולה נכשלה. יש לנסות שוב.',
  ended: 'נותק: {account}',
};
