import type { ConnectionsCaptions } from '../language/captions.js';

/** Latvian. Infinitives on buttons, the polite plural in sentences. */
export const lv: ConnectionsCaptions = {
  loading: 'Notiek ielāde…',
  empty: 'Nav CRM, ko savienot.',
  offline: 'Nav savienojuma ar serveri.',
  error: 'Savienojumus neizdevās ielādēt.',
  retry: 'Mēģināt vēlreiz',
  signedOut: 'Pierakstieties, lai redzētu savus savienojumus.',
  search: 'Meklēt',
  results: 'Rezultāti: {count}',
  none: 'Nav savienots',
  since: 'Savienots kopš {date}',
  until: 'Piekļuve līdz {date}',
  expired: 'Piekļuve ir beigusies. Savienojiet vēlreiz.',
  disconnected: 'Atvienots CRM sistēmā',
  another: 'Savienot citu kontu',
  disconnect: 'Atvienot',
  ask: 'Vai atvienot {account}?',
  cancel: 'Atcelt',
  remove: 'Noņemt',
  failed: 'Neizdevās. Mēģiniet vēlreiz.',
  ended: 'Atvienots: {account}',
};
