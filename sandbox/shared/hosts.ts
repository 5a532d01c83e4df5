import { isIPv6 } from 'node:net';

/** A name, an IPv4 address, or an IPv6 address in brackets: without port, zone and dot at the end. */
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/;

/**
 * The names and addresses that always lead to this machine. The server answers under all of them, and so the list is wider
 * than that of the hosts to which the button sends anything without TLS.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6761#section-6.3
 * @see https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.5.3
 */
const LOOPBACK = /^(?:(?:[a-z0-9_-]+\.)*localhost|127(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}|\[::1\])$/;

/** Addresses that stand for every interface, and lead nowhere. */
const UNSPECIFIED: readonly string[] = ['0.0.0.0', '[::]'];

/** Whether a host, as a URL has it, is this machine. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Says why the server cannot answer under this host, or gives `undefined` when it can. */
export function hostFault(name: string): string | undefined {
  if (HOST.test(normalize(name))) return undefined;
  return `“${name}” is not the name or the address of a host: no scheme, no port, no path, as in “sandbox” or “192.168.1.5”.`;
}

/**
 * The hosts under which a server answers: those of this machine, and those of its options. A server that answered under any
 * name would be same-origin with a page elsewhere whose name leads here (DNS rebinding).
 */
export class Hosts {
  /** The address to listen on; `undefined` for all of them. */
  readonly address: string | undefined;
  readonly #names: ReadonlySet<string>;

  /**
   * @param names host names and addresses besides those of this machine; `0.0.0.0` and `::` add none, and only let
   *   other machines reach the server
   * @throws {TypeError} for anything else
   */
  constructor(names: readonly string[] = []) {
    for (const name of names) {
      const fault = hostFault(name);
      if (fault) throw new TypeError(fault);
    }
    this.address = names.length > 0 ? undefined : '127.0.0.1';
    this.#names = new Set(names.map(normalize).filter((name) => !UNSPECIFIED.includes(name)));
  }

  /** @param host without its port, in lower case. */
  has(host: string): boolean {
    return isLoopbackHost(host) || this.#names.has(host);
  }

  /** Whether an `Origin` header names a page on one of the hosts. “null” and lists name none. */
  hasOrigin(origin: string): boolean {
    const [, authority = ''] = /^https?:\/\/([^/]+)$/.exec(origin) ?? [];
    const host = hostOf(authority);
    return host !== undefined && this.has(host);
  }
}

/**
 * The host of a `Host` header, without its port, in lower case; `undefined` when the header is not valid.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
export function hostOf(header: string): string | undefined {
  const [, host = '', port] = /^(.*?)(?::(\d{1,5}))?$/.exec(header.toLowerCase()) ?? [];
  return HOST.test(host) && Number(port ?? 0) <= 65_535 ? host : undefined;
}

/** Writes a name or address as browsers do. URLs have no zones. */
function normalize(name: string): string {
  const address = name.replace(/^\[(.*)\]$/, '$1');
  const isAddress = isIPv6(address) && !address.includes('%');
  return isAddress ? new URL(`http://[${address}]`).hostname : name.toLowerCase();
}
