import type { ConnectionsCaptions } from '../language/captions.js';

/** Hindi. The polite form (आप). */
export const hi: ConnectionsCaptions = {
  loading: 'लोड हो रहा है…',
  empty: 'कनेक्ट करने के लिए कोई सीआरएम नहीं है।',
  offline: 'सर्वर से कनेक्शन नहीं है।',
  error: 'कनेक्शन लोड नहीं हो सके।',
  retry: 'फिर कोशिश करें',
  signedOut: 'अपने कनेक्शन देखने के लिए साइन इन करें।',
  search: 'खोजें',
  results: 'नतीजे: {count}',
  none: 'कनेक्ट नहीं है',
  since: 'कनेक्ट होने की तारीख: {date}',
  until: 'ऐक्सेस की अवधि: {date}',
  expired: 'ऐक्सेस की अवधि खत्म हो गई है। फिर कनेक्ट करें।',
  disconnected: 'सीआरएम में डिस्कनेक्ट किया गया',
  another: 'दूसरा खाता कनेक्ट करें',
  disconnect: 'डिस्कनेक्ट करें',
  ask: '{account} को डिस्कनेक्ट करें?',
  cancel: 'रद्द करें',
  remove: 'हटाएँ',
  failed: 'ऐसा नहीं हो सका। फिर कोशिश करें।',
  ended: 'डिस्कनेक्ट हो गया: {account}',
};
