import { expect, test } from '@playwright/test';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compareApi, dueVersion, type Version } from '../../scripts/public-api.mjs';

/** This version of the package. */
const read = (): Version => ({
  manifest: JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Version['manifest'],
  exports: (JSON.parse(readFileSync('package.json', 'utf8')) as Version).exports,
});

const elementOf = ({ manifest }: Version) =>
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'crm-oauth-button')!;

/** This version with a change, compared with this version as it is. */
function afterChange(change: (version: Version) => void) {
  const after = read();
  change(after);
  return compareApi(read(), after);
}

test('no change of the interface asks for a patch', () => {
  expect(compareApi(read(), read())).toEqual({ bump: 'patch', changes: [] });
});

for (const list of [
  'attributes',
  'members',
  'events',
  'slots',
  'cssParts',
  'cssProperties',
  'cssStates',
] as const) {
  test(`what is gone of ${list} asks for a major version, what is new for a minor one`, () => {
    const gone = afterChange((version) => elementOf(version)[list]!.shift());
    expect(gone).toMatchObject({ bump: 'major', changes: [expect.stringMatching(/^removed: /)] });
    const more = afterChange((version) => elementOf(version)[list]!.push({ name: 'new' }));
    expect(more).toMatchObject({ bump: 'minor', changes: [expect.stringMatching(/^added: .* new$/)] });
  });
}

test('an entry of the package counts as well', () => {
  const gone = afterChange(({ exports }) => Reflect.deleteProperty(exports, './consent'));
  expect(gone).toEqual({ bump: 'major', changes: ['removed: entry ./consent'] });
  const more = afterChange(({ exports }) => Object.assign(exports, { './new': './new.js' }));
  expect(more).toEqual({ bump: 'minor', changes: ['added: entry ./new'] });
});

test('a keyword less asks for a major version, a keyword more for a minor one', () => {
  const withTheme = (text: string) =>
    afterChange((version) => {
      elementOf(version).attributes!.find(({ name }) => name === 'theme')!.type = { text };
    });
  expect(withTheme("'light' | 'dark'").bump).toBe('major');
  expect(withTheme("'light' | 'dark' | 'auto' | 'sepia'").bump).toBe('minor');
});

test('before 1.0.0 a minor version may break, and a patch may add', () => {
  expect(dueVersion('1.2.3', 'major')).toBe('2.0.0');
  expect(dueVersion('1.2.3', 'minor')).toBe('1.3.0');
  expect(dueVersion('1.2.3', 'patch')).toBe('1.2.4');
  expect(dueVersion('0.2.3', 'major')).toBe('0.3.0');
  expect(dueVersion('0.2.3', 'minor')).toBe('0.2.4');
});

test('a release has the version that is due, and a place in the changelog', () => {
  const repository = mkdtempSync(join(tmpdir(), 'crm-oauth-button-release-'));
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, stdio: 'ignore' });
  const write = (version: string, { exports, manifest }: Version, changelog: string) => {
    writeFileSync(join(repository, 'package.json'), JSON.stringify({ version, exports }));
    writeFileSync(join(repository, 'custom-elements.json'), JSON.stringify(manifest));
    writeFileSync(join(repository, 'CHANGELOG.md'), changelog);
    git('add', '.');
    git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-m', version);
  };
  const check = () => {
    const options = { cwd: repository, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync('node', [resolve('scripts/check-release.mjs')], options);
    return { status, stdout, stderr };
  };

  git('init');
  write('1.9.0', read(), '## 1.9.0 - 2026-01-01\n');
  expect(check()).toMatchObject({ status: 0, stdout: 'The first release: 1.9.0.\n' });
  git('tag', 'v1.9.0');

  const next = read();
  elementOf(next).attributes!.push({ name: 'new' });
  write('1.9.1', next, '## Unreleased\n');
  const { status, stdout, stderr } = check();
  expect(status).toBe(1);
  expect(stdout).toContain('Since v1.9.0, minor:\n  added: attribute new');
  expect(stderr).toContain('package.json says 1.9.1, and 1.10.0 is due.');
  expect(stderr).toContain('CHANGELOG.md has no heading "## 1.9.1".');

  write('1.10.0', next, '## 1.10.0 - 2026-02-01\n');
  git('tag', 'v1.10.0');
  expect(check()).toMatchObject({ status: 0, stderr: '' });
  rmSync(repository, { recursive: true });
});
