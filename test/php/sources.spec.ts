import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { findExecutable } from '../packages.mjs';
import { findPhp } from './install.mjs';

const phpFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.php'))
    .map((file) => `${folder}/${file}`);

test('every PHP file is well-formed, and so is the file that has them all', () => {
  test.skip(!findPhp(), 'PHP is missing');
  const files = ['php', 'test/php'].flatMap(phpFiles);
  expect(files).toContain('php/crm-oauth.php');
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) execFileSync('php', ['-d', 'error_reporting=-1', '-l', file], { stdio: 'pipe' });
});

test('the sources are written as PSR-12 says', () => {
  const sniffer = findExecutable('phpcs');
  test.skip(!sniffer, 'PHP_CodeSniffer is missing');
  // What is generated has lines as long as its texts.
  const files = phpFiles('php/src').filter((file) => !file.includes('/generated/'));
  expect(files.length).toBeGreaterThan(20);
  execFileSync(sniffer ?? '', ['--standard=PSR12', '-p', ...files], { stdio: 'pipe' });
});
