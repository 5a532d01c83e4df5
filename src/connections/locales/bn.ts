import type { ConnectionsCaptions } from '../language/captions.js';

/** Bengali. The polite form (আপনি). */
export const bn: ConnectionsCaptions = {
  loading: 'লোড হচ্ছে…',
  empty: 'সংযোগ করার মতো কোনো সিআরএম নেই।',
  offline: 'সার্ভারের সঙ্গে সংযোগ নেই।',
  error: 'সংযোগগুলি লোড করা যায়নি।',
  retry: 'আবার চেষ্টা করুন',
  signedOut: 'আপনার সংযোগগুলি দেখতে সাইন ইন করুন।',
  search: 'খুঁজুন',
  results: 'ফলাফল: {count}',
  none: 'সংযুক্ত নয়',
  since: 'সংযুক্ত হয়েছে: {date}',
  until: 'অ্যাক্সেসের মেয়াদ: {date}',
  expired: 'অ্যাক্সেসের মেয়াদ শেষ। আবার সংযোগ করুন।',
  disconnected: 'সিআরএম থেকে সংযোগ বিচ্ছিন্ন',
  another: 'আরেকটি অ্যাকাউন্ট সংযোগ করুন',
  disconnect: 'সংযোগ বিচ্ছিন্ন করুন',
  ask: '{account} থেকে সংযোগ বিচ্ছিন্ন করবেন?',
  cancel: 'বাতিল করুন',
  remove: 'সরান',
  failed: 'কাজটি হয়নি। আবার চেষ্টা করুন।',
  ended: 'সংযোগ বিচ্ছিন্ন হয়েছে: {account}',
};
