import type { Captions } from '../button/language/captions.js';

/** Hindi. The polite form (आप). */
export const hi: Captions = {
  title: '{crm} के साथ जारी रखें',
  disconnect: '{crm} डिसकनेक्ट करें',
  reconnect: '{crm} फिर से कनेक्ट करें',
  opens: 'नई विंडो में खुलता है',
  connecting: 'कनेक्ट हो रहा है…',
  waiting: 'दूसरी विंडो में पूरा करें।',
  cancel: 'रद्द करें',
  reopen: 'फिर से खोलें',
  blocked: 'ब्राउज़र ने विंडो को ब्लॉक कर दिया।',
  here: 'इसी टैब में जारी रखें',
  link: 'नए टैब में खोलें',
  connected: 'कनेक्ट है',
  connectedAs: 'कनेक्ट किया गया खाता: {account}',
  lost: 'कनेक्शन टूट गया।',
  denied: 'ऐक्सेस की अनुमति नहीं दी गई।',
  error: 'कोई गड़बड़ी हुई। फिर से कोशिश करें।',
};
