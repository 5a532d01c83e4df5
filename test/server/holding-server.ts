import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A server between a site and the sandbox, which can hold an answer back, or lose it. */
export interface HoldingServer {
  readonly url: string;
  /** Base URL of the sandbox. */
  target: string;
  /** Called before each request is passed on, with its path. */
  arrive: (path: string) => unknown;
  /** Called before each answer is passed on, with the path of its request. */
  hold: (path: string) => unknown;
  close(): void;
}

export async function startHoldingServer(): Promise<HoldingServer> {
  const server = createServer((request, response) => {
    void (async () => {
      const { method = '', url = '', headers } = request;
      const { authorization, 'content-type': type } = headers;
      const body = method === 'GET' ? null : await buffer(request);
      const sent = { ...(authorization && { authorization }), ...(type && { 'content-type': type }) };
      await holding.arrive(url);
      const answer = await fetch(holding.target + url, { method, headers: sent, body });
      const text = await answer.text();
      await holding.hold(url);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
    })().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const holding: HoldingServer = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    target: '',
    arrive: () => undefined,
    hold: () => undefined,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return holding;
}
