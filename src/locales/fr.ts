import type { Captions } from '../button/language/captions.js';

/** French. Infinitives on buttons, vous in sentences. */
export const fr: Captions = {
  title: 'Continuer avec {crm}',
  disconnect: 'Déconnecter {crm}',
  reconnect: 'Reconnecter {crm}',
  opens: 'S’ouvre dans une nouvelle fenêtre',
  connecting: 'Connexion en cours…',
  waiting: 'Terminez dans l’autre fenêtre.',
  cancel: 'Annuler',
  reopen: 'Rouvrir',
  blocked: 'Le navigateur a bloqué la fenêtre.',
  here: 'Continuer dans cet onglet',
  link: 'Ouvrir dans un nouvel onglet',
  connected: 'Connecté',
  connectedAs: 'Compte connecté\u00a0: {account}',
  lost: 'La connexion a été perdue.',
  denied: 'L’accès a été refusé.',
  error: 'Une erreur s’est produite. Réessayez.',
};
