import { type Behaviour, DEFAULT_BEHAVIOUR } from '../../sandbox/shared/behaviour.js';

/** The sandbox of the browser that asks. */
export const sandboxUrl = await fetch('/sandbox').then((response) => response.text());

/** Tells the sandbox how it differs from its default behaviour. */
export async function behave(change: Partial<Behaviour>): Promise<void> {
  const body = JSON.stringify({ ...DEFAULT_BEHAVIOUR, coop: null, ...change });
  const headers = { 'Content-Type': 'application/json' };
  await fetch(`${sandboxUrl}/sandbox/behaviour`, { method: 'POST', headers, body });
}
