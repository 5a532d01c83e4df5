import type { Handler, HandlerContext } from './handler.js';

/** The part of Node's request that is used; Express and Fastify add to it. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express keeps the whole path here, and takes a router's off `url`. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What a body parser has left. */
  readonly body?: unknown;
}

/** The part of Node's response that is used. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string | string[]): unknown;
  end(body?: Uint8Array): unknown;
}

/** A listener for Node's `http`, and a middleware for Express and everything like it. */
export type NodeListener = (request: NodeRequest, response: NodeResponse, next?: () => void) => void;

/**
 * Makes a listener for Node out of a handler: `createServer(toNodeListener(crm))`, `app.use(toNodeListener(crm))`. Node's request
 * is the second argument of `userOf`, with what other middleware has put there, such as a session.
 *
 * A path that is none of the handler's goes to `next`, or is answered 404.
 */
export function toNodeListener<Context extends object = HandlerContext>(
  handler: Handler<Context>,
): NodeListener {
  return (request, response, next) => {
    const url = urlOf(request);
    if (next && !(url && handler.has(url.pathname))) {
      next();
      return;
    }
    void respond(handler, request, response, url);
  };
}

async function respond<Context extends object>(
  handler: Handler<Context>,
  incoming: NodeRequest,
  outgoing: NodeResponse,
  url: URL | undefined,
): Promise<void> {
  const { method = 'GET', headers } = incoming;
  try {
    const body = await bodyOf(incoming);
    const request = url && new Request(url, { method, headers: toHeaders(headers), body });
    const response = request && (await handler(request, incoming as unknown as Context));
    outgoing.statusCode = response?.status ?? 400;
    response?.headers.forEach((value, name) => {
      if (name !== 'set-cookie') outgoing.setHeader(name, value);
    });
    const cookies = response?.headers.getSetCookie() ?? [];
    if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
    outgoing.end(response && new Uint8Array(await response.arrayBuffer()));
  } catch {
    // A method or a header that the web's own types refuse, or a body that broke off.
    outgoing.statusCode = 400;
    outgoing.end();
  }
}

/** The origin is nobody's: routes look at the path and the query alone, and a `Host` is anybody's. */
function urlOf({ originalUrl, url = '/' }: NodeRequest): URL | undefined {
  const path = originalUrl ?? url;
  return path.startsWith('/') && URL.canParse(`http://node.invalid${path}`)
    ? new URL(`http://node.invalid${path}`)
    : undefined;
}

function toHeaders(headers: NodeRequest['headers']): Headers {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    // HTTP/2 has pseudo-headers.
    value === undefined || name.startsWith(':') ? [] : [[name, String(value)] as [string, string]],
  );
  return new Headers(entries);
}

/** Longer than any body that the handler reads, in bytes. */
const LIMIT = 65_536;

/** Reads a body, or writes one again that a parser has read. */
async function bodyOf(request: NodeRequest): Promise<Uint8Array<ArrayBuffer> | string | null> {
  const { method = 'GET', body, headers } = request;
  if (method === 'GET' || method === 'HEAD') return null;
  if (typeof body === 'string' || body instanceof Uint8Array) return body as string;
  if (typeof body === 'object' && body !== null) {
    const isForm = headers['content-type']?.includes('x-www-form-urlencoded');
    return isForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
  }
  const chunks: number[] = [];
  for await (const chunk of request) {
    chunks.push(...chunk);
    // The handler answers 413 to what is too long.
    if (chunks.length > LIMIT) break;
  }
  return Uint8Array.from(chunks);
}
