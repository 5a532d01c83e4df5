import type { ConnectionsCaptions } from '../language/captions.js';

/** European Portuguese. The polite form. */
export const ptPt: ConnectionsCaptions = {
  loading: 'A carregar…',
  empty: 'Não há nenhum CRM para ligar.',
  offline: 'Sem ligação ao servidor.',
  error: 'Não foi possível carregar as ligações.',
  retry: 'Tentar novamente',
  signedOut: 'Inicie sessão para ver as suas ligações.',
  search: 'Pesquisar',
  results: 'Resultados: {count}',
  none: 'Não ligado',
  since: 'Ligado desde {date}',
  until: 'Acesso até {date}',
  expired: 'O acesso expirou. Volte a ligar.',
  disconnected: 'Desligado no CRM',
  another: 'Ligar outra conta',
  disconnect: 'Desligar',
  ask: 'Desligar {account}?',
  cancel: 'Cancelar',
  remove: 'Remover',
  failed: 'Não funcionou. Tente novamente.',
  ended: 'Desligado: {account}',
};
