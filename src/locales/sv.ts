import type { Captions } from '../button/language/captions.js';

/** Swedish. */
export const sv: Captions = {
  title: 'Fortsätt med {crm}',
  disconnect: 'Koppla från {crm}',
  reconnect: 'Anslut {crm} igen',
  opens: 'Öppnas i ett nytt fönster',
  connecting: 'Ansluter…',
  waiting: 'Slutför i det andra fönstret.',
  cancel: 'Avbryt',
  reopen: 'Öppna igen',
  blocked: 'Webbläsaren blockerade fönstret.',
  here: 'Fortsätt på den här fliken',
  link: 'Öppna i en ny flik',
  connected: 'Ansluten',
  connectedAs: 'Ansluten som {account}',
  lost: 'Anslutningen bröts.',
  denied: 'Åtkomsten nekades.',
  error: 'Något gick fel. Försök igen.',
};
