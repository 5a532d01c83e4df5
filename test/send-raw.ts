import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** A raw HTTP response. */
export interface RawResponse {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/**
 * Sends a request to the character, with headers that no client of Node's would send.
 *
 * @param lines the request line and the headers
 */
export async function sendRaw(url: string, lines: readonly string[], content = ''): Promise<RawResponse> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const length = content ? [`Content-Length: ${content.length}`] : [];
  socket.write([...lines, ...length, 'Connection: close', '', content].join('\r\n'));
  const response = await text(socket);
  const end = response.indexOf('\r\n\r\n');
  const head = response.slice(0, end);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]), head, body: response.slice(end + 4) };
}

/** `Host` headers of this machine, as browsers and careful clients write them. */
export const OWN_HOSTS = [
  'localhost',
  'localhost:4400',
  'LocalHost:65535',
  'shop.localhost:1',
  'a.b.localhost',
  '127.0.0.1',
  '127.0.0.1:80',
  '127.255.255.254:4400',
  '[::1]',
  '[::1]:4400',
] as const;

/** Well-formed `Host` headers that a server for one machine must refuse. */
export const FOREIGN_HOSTS = [
  'evil.example',
  'evil.example:4400',
  'localhost.evil.example',
  'evillocalhost',
  'localhost-evil',
  '127.0.0.1.evil.example',
  '128.0.0.1',
  '127.0.0.256',
  '127.1',
  '0x7f.0.0.1',
  '127.0.0.01',
  '2130706433',
  '0.0.0.0',
  '192.168.1.5',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[fe80::1]',
  'sandbox',
] as const;

/** `Host` headers that are not valid, or that somebody might read another way. */
export const BROKEN_HOSTS = [
  '',
  'localhost.',
  'localhost..',
  '.localhost',
  'evil.example.',
  'localhost:',
  'localhost:99999',
  'localhost:44a',
  'localhost:1:2',
  'user@localhost',
  'evil.example@localhost',
  'localhost/evil.example',
  'localhost#.evil.example',
  'localhost\\evil.example',
  'http://localhost',
  'localhost evil.example',
  'localhost, evil.example',
  'localhost%00',
  'lоcalhost',
  '::1',
  '[::1',
  '[::1%25lo]',
  '[::1%lo]:4400',
] as const;
