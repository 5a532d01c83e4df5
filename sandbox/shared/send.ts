/** A request to an integrator's server, and its limits. */
export interface OutgoingRequest {
  method?: 'POST' | 'DELETE';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Milliseconds until it is given up. Default: no limit of its own. */
  timeout?: number;
  /** Aborted when the sandbox closes. */
  closing: AbortSignal;
}

/**
 * Sends a request to an integrator's server: once, and without following a redirect, as a CRM's server does.
 *
 * @returns the status of the response
 * @throws {Error} with the reason, when the server cannot be reached, or does not answer in time
 */
export async function send(url: string, { timeout, closing, ...init }: OutgoingRequest): Promise<number> {
  const signal = timeout === undefined ? closing : AbortSignal.any([closing, AbortSignal.timeout(timeout)]);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    throw new Error(reasonOf(error as Error, timeout), { cause: error });
  }
}

function reasonOf({ cause, message, name }: Error, timeout = 0): string {
  if (name === 'TimeoutError') return `no answer within ${timeout / 1000} seconds`;
  // Node hides the reason (ECONNREFUSED, …) behind “fetch failed”.
  return cause instanceof Error && cause.message ? cause.message : message;
}
