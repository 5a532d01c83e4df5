/** A task of which an owner has only one under way. */
export interface Flight<T = unknown> {
  /** Settles when the task is over. */
  readonly response: Promise<T>;
  /** Brings the task's window to the front, if it has one. */
  readonly focus?: (() => void) | undefined;
}

const flights = new WeakMap<object, Flight>();

/** Whether an owner has a task under way. */
export function isInFlight(owner: object): boolean {
  return flights.has(owner);
}

/**
 * Joins the task that an owner has under way, and gives its window the focus.
 *
 * @param owner - an authorization request, an element, or any other object
 * @returns the promise of that task; `undefined` if there is none
 */
export function joinFlight<T>(owner: object): Promise<T> | undefined {
  const flight = flights.get(owner) as Flight<T> | undefined;
  flight?.focus?.();
  return flight?.response;
}

/**
 * Registers a task as under way, until it is over. Call it before the task starts, so that whoever hears of the start joins it.
 *
 * @param conclude - the owner's part in the outcome. The task is no longer under way by then, so it may start the next one
 * @returns the promise of the outcome, for everybody who joins
 */
export function startFlight<T>(owner: object, flight: Flight<T>): Promise<T>;
export function startFlight<T, R>(
  owner: object,
  flight: Flight<T>,
  conclude: (ended: Promise<T>) => Promise<R>,
): Promise<R>;
export function startFlight<T, R>(
  owner: object,
  { response, focus }: Flight<T>,
  conclude?: (ended: Promise<T>) => Promise<R>,
): Promise<T | R> {
  const forget = (): boolean => flights.delete(owner);
  response.then(forget, forget);
  const outcome = conclude?.(response) ?? response;
  flights.set(owner, { response: outcome, focus });
  return outcome;
}
