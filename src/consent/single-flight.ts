/** A task of which an owner has only one under way. */
export interface Flight<T = unknown> {
  /** Settles when the task is over. */
  readonly response: Promise<T>;
  /** Brings the task's window to the front, if it has one. */
  focus?(): void;
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
 * Registers a task as under way, until it is over. Call it before the task starts and before anybody else waits for it: whoever
 * hears of the start joins this task, and whoever hears of the outcome may start the next one.
 *
 * @returns the task's promise
 */
export function startFlight<T>(owner: object, flight: Flight<T>): Promise<T> {
  const forget = (): boolean => flights.delete(owner);
  flights.set(owner, flight);
  flight.response.then(forget, forget);
  return flight.response;
}
