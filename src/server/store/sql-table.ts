import type { Sealing } from './sealing.js';
import type { SqlDatabase } from './sql.js';

/** A table of a store, in which secrets are sealed. */
export abstract class SqlTable {
  protected readonly database: SqlDatabase;
  protected readonly table: string;
  protected readonly sealing: Sealing;

  constructor(database: SqlDatabase, table: string, sealing: Sealing) {
    this.database = database;
    this.table = table;
    this.sealing = sealing;
  }
}
