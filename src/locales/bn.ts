import type { Captions } from '../button/language/captions.js';

/** Bengali. The polite form (আপনি). */
export const bn: Captions = {
  title: '{crm} দিয়ে চালিয়ে যান',
  disconnect: '{crm} বিচ্ছিন্ন করুন',
  reconnect: '{crm} আবার সংযুক্ত করুন',
  opens: 'নতুন উইন্ডোতে খুলবে',
  connecting: 'সংযোগ করা হচ্ছে…',
  waiting: 'অন্য উইন্ডোতে প্রক্রিয়াটি শেষ করুন।',
  cancel: 'বাতিল করুন',
  reopen: 'আবার খুলুন',
  blocked: 'ব্রাউজার উইন্ডোটি ব্লক করেছে।',
  here: 'এই ট্যাবে চালিয়ে যান',
  link: 'নতুন ট্যাবে খুলুন',
  connected: 'সংযুক্ত',
  connectedAs: 'সংযুক্ত অ্যাকাউন্ট: {account}',
  lost: 'সংযোগ বিচ্ছিন্ন হয়েছে।',
  denied: 'অ্যাক্সেস দেওয়া হয়নি।',
  error: 'কোনো সমস্যা হয়েছে। আবার চেষ্টা করুন।',
};
