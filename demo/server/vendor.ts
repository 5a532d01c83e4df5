import { Failure } from './failure.js';

/** What the CRM answers: the fields of a JSON object, each still to be checked. */
export type VendorAnswer = Readonly<Record<string, unknown>>;

/**
 * Calls the CRM.
 *
 * @throws {Failure} when it cannot be reached, and when it refuses, with the hint that it gives.
 */
export async function callVendor(url: string, init: RequestInit): Promise<VendorAnswer> {
  // A redirect would take the secret along to wherever it points.
  const response = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new Failure('vendor_unreachable');
  });
  const body: unknown = await response.json().catch(() => undefined);
  const answer = Object(body) as VendorAnswer;
  if (response.ok) return answer;
  throw new Failure(
    'vendor_refused',
    typeof answer.hint === 'string' ? answer.hint : `HTTP ${response.status}`,
  );
}
