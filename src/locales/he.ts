import type { Captions } from '../button/language/captions.js';

/** Hebrew. Nouns and impersonal forms: nobody is addressed by gender. */
export const he: Captions = {
  title: 'המשך עם {crm}',
  disconnect: 'ניתוק {crm}',
  reconnect: 'חיבור מחדש של {crm}',
  opens: 'נפתח בחלון חדש',
  connecting: 'מתבצעת התחברות…',
  waiting: 'יש להשלים את התהליך בחלון השני.',
  cancel: 'ביטול',
  reopen: 'פתיחה מחדש',
  blocked: 'הדפדפן חסם את החלון.',
  here: 'המשך בכרטיסייה הזו',
  link: 'פתיחה בכרטיסייה חדשה',
  connected: 'מחובר',
  connectedAs: 'החשבון המחובר: {account}',
  lost: 'החיבור אבד.',
  denied: 'הגישה נדחתה.',
  error: 'משהו השתבש. יש לנסות שוב.',
};
