import type { ConnectionsCaptions } from '../language/captions.js';

/** French. Infinitives on buttons, vous in sentences. */
export const fr: ConnectionsCaptions = {
  loading: 'Chargement…',
  empty: 'Il n’y a aucun CRM à connecter.',
  offline: 'Aucune connexion au serveur.',
  error: 'Impossible de charger les connexions.',
  retry: 'Réessayer',
  signedOut: 'Identifiez-vous pour voir vos connexions.',
  search: 'Rechercher',
  results: 'Résultats\u00a0: {count}',
  none: 'Non connecté',
  since: 'Connecté depuis le {date}',
  until: 'Accès jusqu’au {date}',
  expired: 'L’accès a expiré. Reconnectez le compte.',
  disconnected: 'Déconnecté dans le CRM',
  another: 'Connecter un autre compte',
  disconnect: 'Déconnecter',
  ask: 'Déconnecter {account}\u00a0?',
  cancel: 'Annuler',
  remove: 'Retirer',
  failed: 'L’opération a échoué. Réessayez.',
  ended: 'Déconnecté\u00a0: {account}',
};
