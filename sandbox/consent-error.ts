/** One thing that is wrong with a request, and what the developer can do about it. */
export interface Fault {
  /** The parameter it is about. */
  parameter?: string;
  message: string;
  remedy: string;
}

/** The authorization request cannot be served. The person gets a page that names every fault. */
export class ConsentError extends Error {
  readonly faults: readonly Fault[];
  readonly status: 400 | 403 | 502;

  constructor(faults: readonly Fault[], status: 400 | 403 | 502 = 400) {
    super(faults.map(({ message }) => message).join(' '));
    this.name = 'ConsentError';
    this.faults = faults;
    this.status = status;
  }
}
