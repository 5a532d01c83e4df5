/** The cookie that ties signed states to a browser. */
export const stateCookie = {
  /** Its value in a `Cookie` header, where it is one of ours, and the only one of the name. */
  read(header: string | null | undefined, secure: boolean): string | undefined {
    const start = `${nameOf(secure)}=`;
    const values = (header?.split(';') ?? [])
      // RFC 6265bis knows two kinds of white space. `trim()` knows more: any host may set `\u00a0__Host-…`, and it is another name.
      .map((pair) => pair.replace(/^[ \t]+/, ''))
      .filter((pair) => pair.startsWith(start))
      .map((pair) => /^([\w-]{22})[ \t]*$/.exec(pair.slice(start.length))?.[1]);
    // Of two, one may have been set by a sibling subdomain, and which counted would be anybody's guess.
    return values.length === 1 ? values[0] : undefined;
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
