import type { AnyClient } from '../connections/clients.js';
import { ExternalIntegration } from '../secrets/external-integration.js';
import { Client } from '../tokens/client.js';
import { callbackScript } from './callback-page.js';
import { callbackRoute } from './callback-route.js';
import { clientsRoute, connectionsRoute, disconnectRoute } from './connection-routes.js';
import type { Exchange } from './exchange.js';
import {
  disconnectedRoute,
  installedRoute,
  isInstall,
  missing,
  secretsRoute,
  uninstalledRoute,
} from './hook-routes.js';
import { Refusal } from './replies.js';
import { stateRoute } from './state-route.js';

type Answer = Response | Promise<Response>;
/** The answers to one path, by the request's method. */
type Methods = Readonly<Record<string, () => Answer>>;

/**
 * Answers a request by its path and its method.
 *
 * @throws Refusal 404, 405, and those of the routes
 */
export async function route(exchange: Exchange): Promise<Response> {
  const { request, url, basePath } = exchange;
  const path = url.pathname.startsWith(`${basePath}/`) ? url.pathname.slice(basePath.length + 1) : '';
  const [section = '', name, ...more] = path.split('/');
  const methods = more.length > 0 ? undefined : methodsOf(exchange, section, name);
  if (!methods) throw missing();
  const answer = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  if (!answer) throw new Refusal(405, 'method_not_allowed', { allow: Object.keys(methods).join(', ') });
  return answer();
}

function methodsOf(exchange: Exchange, section: string, name: string | undefined): Methods | undefined {
  if (name === undefined) {
    switch (section) {
      case 'state':
        return { GET: () => stateRoute(exchange) };
      case 'clients':
        return { GET: () => clientsRoute(exchange) };
      case 'connections':
        return { GET: () => connectionsRoute(exchange) };
      case 'callback.js':
        return { GET: callbackScript };
      default:
        return undefined;
    }
  }
  if (section === 'connections') return { DELETE: () => disconnectRoute(exchange, name) };
  const client = exchange.clients.get(name);
  return client && methodsOfClient(exchange, section, client);
}

function methodsOfClient(exchange: Exchange, section: string, client: AnyClient): Methods | undefined {
  const { tokenEndpoint } = client;
  switch (section) {
    case 'callback':
      return {
        GET: () =>
          isInstall(exchange, client) ? installedRoute(exchange, client) : callbackRoute(exchange, client),
        ...(client instanceof Client &&
          tokenEndpoint.uninstallNotice && { DELETE: () => uninstalledRoute(exchange, client) }),
      };
    case 'installed':
      return isInstall(exchange, client) ? { GET: () => installedRoute(exchange, client) } : undefined;
    case 'secrets':
      return client instanceof ExternalIntegration ? { POST: () => secretsRoute(exchange) } : undefined;
    case 'disconnected':
      return tokenEndpoint.signsDisconnections
        ? { GET: () => disconnectedRoute(exchange, client) }
        : undefined;
    default:
      return undefined;
  }
}
