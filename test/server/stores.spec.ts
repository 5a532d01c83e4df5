import { storeContract } from './store-contract.js';
import { STORES, test } from './store-fixtures.js';

// PostgreSQL starts once in each worker.
test.describe.configure({ mode: 'default' });

for (const name of STORES) test.describe(name, () => storeContract(test, name));
