import { readFileSync } from 'node:fs';
import { DOCUMENT, report } from '../../bench/report.mjs';
import { expect, test } from '../e2e/fixtures.js';

const { machine, rows } = JSON.parse(readFileSync('bench/results.json', 'utf8')) as Parameters<
  typeof report
>[0];

test('the document is what the report makes of the last whole run', async () => {
  expect(readFileSync(DOCUMENT, 'utf8')).toBe(await report({ machine, rows }));
});

test('a missed limit comes first, beside its floor, with the reason or without one', async () => {
  const row = { measurement: 'a', what: 'a row', unit: 'ms', ours: 3, theirs: 2, ratio: 1.5, limit: 1.2 };
  const floor = { ...row, against: 'floor: the least', ratio: 1.4, limit: 2 };
  const document = await report({ machine, rows: [row, floor] });
  expect(document).toContain('1 of 2 limits are kept');
  expect(document).toContain('**a row**: 1.50, ≤ 1.2; floor: the least: 1.40. **Not explained.**');
});

test('each limit that is missed is explained', async () => {
  expect(await report({ machine, rows })).not.toContain('Not explained');
});
