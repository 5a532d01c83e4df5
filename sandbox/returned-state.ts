import type { Store } from './store.js';

/** The `state` of the authorization response, as the behaviour has it. */
export function returnedState(state: string | undefined, { behaviour }: Store): string | undefined {
  if (behaviour.state === 'missing') return undefined;
  return behaviour.state === 'wrong' ? `not-${state ?? ''}` : state;
}
