import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a sandbox is that nobody has given a port. */
export const DEFAULT_PORT = 4400;

/**
 * Listens on a port that was asked for, or on the first free one from 4400 on.
 *
 * @param port 0 for any free one
 * @param address `undefined` for all interfaces
 * @returns the port
 * @throws {Error} with the code `EADDRINUSE` when a port that was asked for is taken
 */
export async function listen(
  server: Server,
  port: number | undefined,
  address: string | undefined,
): Promise<number> {
  for (let next = port ?? DEFAULT_PORT; ; next += 1) {
    try {
      server.listen(next, address);
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if (port !== undefined || !isTaken(error)) throw error;
    }
  }
}

/** Whether an error says that a port is in use. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
