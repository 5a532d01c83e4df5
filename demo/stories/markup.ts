import { CLIENT_ID } from '../server/integrations.js';

/** An element with what each of them needs, and the attributes that its story is about. */
export function element(...attributes: readonly string[]): string {
  return `<crm-oauth-button
${attributes.map((attribute) => `  ${attribute}\n`).join('')}  data-client-id="${CLIENT_ID}"
  data-state="{{state}}"
  server="{{sandbox}}"
></crm-oauth-button>`;
}

/** The same on two lines, for stories that show several. */
export function shortElement(attributes: string): string {
  return `<crm-oauth-button ${attributes}
  data-client-id="${CLIENT_ID}" data-state="{{state}}" server="{{sandbox}}"></crm-oauth-button>`;
}
