/** The cookie that ties signed states to a browser. */
export const stateCookie = {
  /** Its value in a `Cookie` header, where it is one of ours. */
  read(header: string | null | undefined, secure: boolean): string | undefined {
    for (const pair of header?.split(';') ?? []) {
      const [name, value = ''] = pair.trim().split('=', 2);
      if (name === nameOf(secure) && /^[\w-]{22}$/.test(value)) return value;
    }
    return undefined;
  },

  /** The `Set-Cookie` header that sets it for so many ms, or clears it with 0. */
  write(value: string, lifetime: number, secure: boolean): string {
    const seconds = Math.ceil(lifetime / 1000);
    // Lax, not Strict: the CRM sends the browser back from another site, and the cookie has to come along.
    const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
    return `${nameOf(secure)}=${value}; ${attributes}`;
  },
};

/** With `__Host-` no other host, such as a sibling subdomain, can set it (RFC 6265bis, section 4.1.3.2). */
function nameOf(secure: boolean): string {
  return secure ? '__Host-crm-oauth' : 'crm-oauth';
}
