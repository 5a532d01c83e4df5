import type { IncomingMessage, RequestListener } from 'node:http';
import { hostOf, type Hosts } from './hosts.js';

/** The requests that a server for one machine lets in. */
export interface GuardOptions {
  hosts: Hosts;
  /** Paths that pages of any origin may post to. Default: none. */
  openPaths?: readonly string[];
  /** Receives a line for each request that is refused: method, target, status. Default: silent. */
  log?: (line: string) => void;
}

interface Refusal {
  status: 400 | 403 | 421;
  message: string;
}

/** Methods that change nothing (RFC 9110, section 9.2.1). */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Guards a server: it answers under its own hosts alone, and takes no change from pages of other origins, not even by a
 * request that browsers send without a preflight. It stands before the routes, so that no route can be left out.
 */
export function guard(listener: RequestListener, options: GuardOptions): RequestListener {
  return (request, response) => {
    const refusal = refuse(request, options);
    if (!refusal) {
      listener(request, response);
      return;
    }
    const { status, message } = refusal;
    options.log?.(`${request.method ?? ''} ${request.url ?? ''} ${status}`);
    response.writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // The body that may follow is not read.
      Connection: 'close',
    });
    response.end(request.method === 'HEAD' ? undefined : `${message}\n`);
  };
}

function refuse(
  { method = '', url = '', headers, headersDistinct }: IncomingMessage,
  { hosts, openPaths = [] }: GuardOptions,
): Refusal | undefined {
  // A target in absolute form names a host of its own, and takes the header's place (RFC 9112, section 3.2.2).
  if (!url.startsWith('/')) return { status: 400, message: 'The request target must be a path.' };

  const [header = '', ...others] = headersDistinct.host ?? [];
  const host = others.length === 0 ? hostOf(header) : undefined;
  // RFC 9112, section 3.2.
  if (host === undefined) return { status: 400, message: 'There must be one Host header, and a valid one.' };
  if (!hosts.has(host)) {
    const name = host.replace(/^\[|\]$/g, '');
    const message =
      `This server answers under the names of this machine, such as localhost, and not under “${host}”. ` +
      `If that is meant to be its name, start it with --host ${name} (in code: hosts: ['${name}']).`;
    // RFC 9110, section 15.5.20.
    return { status: 421, message };
  }

  const { origin } = headers;
  const isForeign = origin !== undefined && !hosts.hasOrigin(origin);
  if (isForeign && !SAFE.includes(method) && !openPaths.includes(url.replace(/\?.*/s, ''))) {
    return { status: 403, message: 'No page of another site may send this.' };
  }
  return undefined;
}
