import type { Tools } from '../stories/tools.js';
import type { Place } from './place.js';

/** How the CRM behaves, in the sandbox's own terms. */
export interface SandboxBehaviour {
  /** `allow` or `deny` where the consent page answers by itself, `ask` where the visitor does. */
  readonly answer: string;
  /** `Cross-Origin-Opener-Policy` of the consent page. */
  readonly coop: 'same-origin' | null;
  /** How long each page takes, in ms. */
  readonly delay: number;
  readonly offline: boolean;
}

/** How long a slow network takes for each page, in ms. */
const SLOW = 3000;

/** Key in localStorage, for the pages that stand in for the sandbox: they share the studio's origin. */
const KEY = 'crm-oauth-button-behaviour';

/**
 * Tells the sandbox how to behave.
 *
 * @returns whether the sandbox was reached
 */
export async function sendBehaviour(
  { sandbox, isServed }: Place,
  { answer, coop, network }: Tools,
): Promise<boolean> {
  const behaviour: SandboxBehaviour = {
    answer,
    coop: coop === 'on' ? 'same-origin' : null,
    delay: network === 'slow' ? SLOW : 0,
    offline: network === 'offline',
  };
  try {
    if (!isServed) {
      localStorage.setItem(KEY, JSON.stringify(behaviour));
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

/** The behaviour that the studio has asked of the pages that stand in for the sandbox. */
export function readBehaviour(): Partial<SandboxBehaviour> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<SandboxBehaviour>;
  } catch {
    return {};
  }
}
