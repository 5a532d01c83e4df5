import { report } from '../../bench/report.mjs';
import { expect, test } from '../e2e/fixtures.js';

const machine = { cores: 2 };
const row = { measurement: 'markers', what: 'a row', unit: 'ms', ours: 3, theirs: 2, ratio: 1.5, limit: 1.2 };
const floor = { ...row, against: 'floor: the least', ratio: 1.4, limit: 2 };

test('a limit that is missed comes first, beside its floor, and says so if nobody has explained it', async () => {
  const document = await report({ machine, rows: [row, floor] });
  expect(document).toContain('1 of 2 limits are kept');
  expect(document).toContain('**a row**: 1.50, ≤ 1.2; floor: the least: 1.40. **Not explained.**');
});

test('each measurement has its note and its rows', async () => {
  const document = await report({ machine, rows: [row] });
  expect(document).toContain('## A thousand markers');
  expect(document).toMatch(/\| a row \| 3 +\| 2 +\| ms +\| 1\.50 +\| ≤ 1\.2 +\| \*\*missed\*\*/);
});
