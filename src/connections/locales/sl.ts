import type { ConnectionsCaptions } from '../language/captions.js';

/** Slovenian. The singular on buttons, the polite plural in sentences; the name stands beside a noun, uninflected. */
export const sl: ConnectionsCaptions = {
  loading: 'Nalaganje…',
  empty: 'Ni sistema CRM za povezavo.',
  offline: 'Ni povezave s strežnikom.',
  error: 'Povezav ni bilo mogoče naložiti.',
  retry: 'Poskusi znova',
  signedOut: 'Prijavite se za ogled svojih povezav.',
  search: 'Išči',
  results: 'Zadetki: {count}',
  none: 'Ni povezano',
  since: 'Povezano od {date}',
  until: 'Dostop do {date}',
  expired: 'Dostop je potekel. Povežite znova.',
  disconnected: 'Povezava prekinjena v sistemu CRM',
  another: 'Poveži drug račun',
  disconnect: 'Prekini povezavo',
  ask: 'Želite prekiniti povezavo z računom {account}?',
  cancel: 'Prekliči',
  remove: 'Odstrani',
  failed: 'Ni uspelo. Poskusite znova.',
  ended: 'Povezava prekinjena: {account}',
};
