import type { DisconnectResponse } from './crm/disconnect-endpoint.js';
import { DISCONNECT_PATH } from './pages/index-page.js';

/** The command's report, and whether all went well. */
export interface Report {
  readonly text: string;
  readonly ok: boolean;
}

/**
 * Asks the sandbox that runs at this port to disconnect an account.
 *
 * @param account its id or its host
 */
export async function disconnectAt(port: number, account: string): Promise<Report> {
  const origin = `http://127.0.0.1:${port}`;
  let response: Response;
  try {
    response = await fetch(origin + DISCONNECT_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account }),
    });
  } catch {
    return failure(`No sandbox answers at port ${port}. Start one, or say where it is with --port.`);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!isAnswer(answer)) return failure(`What answers at port ${port} is no sandbox of this version.`);
  const { connected, disconnected } = answer;
  if (disconnected.length === 0) {
    const remedy =
      connected.length > 0
        ? `These accounts are connected: ${connected.join(', ')}.`
        : 'No account is connected. Press the button of your page first.';
    return failure(`Nothing is connected to “${account}”. ${remedy}`);
  }
  return {
    text: disconnected
      .map(({ name, account, outcome }) => `${name} is disconnected from ${account}. ${outcome}`)
      .join('\n'),
    ok: disconnected.every(({ told }) => told !== false),
  };
}

function failure(text: string): Report {
  return { text, ok: false };
}

function isAnswer(value: unknown): value is DisconnectResponse {
  return typeof value === 'object' && value !== null && 'disconnected' in value && 'connected' in value;
}
