import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const EXAMPLES = join(import.meta.dirname, '..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** An example on its own port. */
export interface Site {
  readonly url: string;
  /** From now on, serves the second text in place of the first: the examples name the sandbox's usual port. */
  replace(text: string, by: string): void;
  close(): Promise<void>;
}

/** Serves a folder, the redirect page `/callback`, and the package’s scripts under the path of a WordPress plugin. */
export async function startSite(root: string): Promise<Site> {
  const replacements = new Map<string, string>();
  const read = async (path: string): Promise<string> => {
    if (path === '/callback') return '<!doctype html><title>Connected</title>';
    const plugin = /^\/wp-content\/plugins\/connect\/(.*)/.exec(path)?.[1];
    const file = plugin
      ? join('node_modules/crm-oauth-button/cdn', plugin)
      : join(root, path === '/' ? 'index.html' : path);
    let text = await readFile(join(EXAMPLES, file), 'utf8');
    for (const [from, to] of replacements) text = text.replaceAll(from, to);
    return text;
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const type = TYPES[extname(pathname)] ?? 'text/html';
    read(pathname).then(
      (text) => response.setHeader('Content-Type', `${type}; charset=utf-8`).end(text),
      // Browsers request an icon on their own.
      () => response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    replace: (text, by) => replacements.set(text, by),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
