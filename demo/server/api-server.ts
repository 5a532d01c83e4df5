/**
 * Base URL of an account's server. At the CRM itself this is `https://${host}`; here the sandbox stands in for the servers
 * of all accounts.
 */
export function apiServer(host: string, sandbox: string): string {
  return host.endsWith('.kommo.com') ? sandbox : `${sandbox}/amocrm`;
}
