import type { Place } from '../stories/resolve.js';
import { BEHAVIOUR_KEY } from '../stand-in/behaviour-key.js';
import type { Tools } from '../stories/tools.js';

/** How long a slow network takes for each page, in ms. */
const SLOW = 3000;

/**
 * Tells the sandbox how to behave.
 *
 * @returns whether it could be told
 */
export async function behave(
  { sandbox, isServed }: Place,
  { answer, coop, network }: Tools,
): Promise<boolean> {
  const behaviour = {
    answer,
    coop: coop === 'on' ? 'same-origin' : null,
    delay: network === 'slow' ? SLOW : 0,
    offline: network === 'offline',
  };
  try {
    if (!isServed) {
      localStorage.setItem(BEHAVIOUR_KEY, JSON.stringify(behaviour));
      return true;
    }
    const { ok } = await fetch(`${sandbox}/sandbox/behaviour`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(behaviour),
    });
    return ok;
  } catch {
    return false;
  }
}
