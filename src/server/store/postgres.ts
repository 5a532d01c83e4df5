/** The part of a connection of `pg` that the stores use. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  /** With an error, the connection is closed instead of used again. */
  release(error?: Error): void;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
}

/** The part of a `Pool` of `pg`, or of anything that works like one, that the stores use. */
export interface PostgresPool {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  connect(): Promise<PostgresClient>;
}

/**
 * Runs a task in a transaction that may wait for the CRM.
 *
 * Waiting more than 30 seconds for a lock is an error, and so is a task that leaves the transaction idle for a minute; then nothing
 * has changed.
 */
export async function transact<T>(
  pool: PostgresPool,
  task: (client: PostgresClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure = error;
  };
  // A connection that breaks during the request to the CRM emits an event, which ends the process if nobody listens.
  client.on?.('error', fail);
  try {
    // Not the database's default: under a stricter level, waiting for a row fails instead of reading it anew.
    await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    await client.query("SET LOCAL lock_timeout = '30s'");
    // A server may be configured to end idle transactions, and this one waits for the CRM.
    await client.query("SET LOCAL idle_in_transaction_session_timeout = '60s'");
    const result = await task(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(fail);
    throw error;
  } finally {
    client.off?.('error', fail);
    client.release(failure);
  }
}
