import type { Captions } from '../button/language/captions.js';

/** European Portuguese. The polite form. */
export const ptPt: Captions = {
  title: 'Continuar com {crm}',
  disconnect: 'Desassociar {crm}',
  reconnect: 'Voltar a associar {crm}',
  opens: 'Abre-se numa nova janela',
  connecting: 'A ligar…',
  waiting: 'Conclua na outra janela.',
  cancel: 'Cancelar',
  reopen: 'Abrir novamente',
  blocked: 'O navegador bloqueou a janela.',
  here: 'Continuar neste separador',
  link: 'Abrir num novo separador',
  connected: 'Conta associada',
  connectedAs: 'Conta associada: {account}',
  lost: 'A ligação foi perdida.',
  denied: 'O acesso foi recusado.',
  error: 'Algo correu mal. Tente novamente.',
};
