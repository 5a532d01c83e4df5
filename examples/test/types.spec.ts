import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The type checker of each framework’s templates, and the file with mistakes. */
const checks: Readonly<Record<string, readonly [command: string, file: string]>> = {
  preact: ['tsc -p test/types/preact', 'Mistakes.tsx'],
  react: ['tsc -p test/types/react', 'Mistakes.tsx'],
  solid: ['tsc -p test/types/solid', 'Mistakes.tsx'],
  svelte: ['svelte-check --tsconfig test/types/svelte/tsconfig.json --output machine', 'Mistakes.svelte'],
  vue: ['vue-tsc -p test/types/vue', 'Mistakes.vue'],
};

/** Matches the place and the message of an error from tsc or svelte-check. */
const MESSAGE = /^(?:\d+ ERROR ")?(\S+?)(?:\((\d+),\d+\): error TS\d+:|" (\d+):\d+) (.*)$/gm;

test.setTimeout(60_000);

for (const [name, [command, mistakes]] of Object.entries(checks)) {
  test(`${name}: a wrong value is a type error, and a handler gets the event’s own type`, () => {
    const examples = join(import.meta.dirname, '..');
    const file = `test/types/${name}/${mistakes}`;
    const { stdout } = spawnSync(join('node_modules/.bin', command), {
      cwd: examples,
      encoding: 'utf8',
      shell: true,
    });
    const found = [...stdout.matchAll(MESSAGE)].map(([, path, line, other]) => `${path}:${line ?? other}`);
    const expected = readFileSync(join(examples, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (/\bmistake\b/.test(line) ? `${file}:${i + 1}` : []));
    expect(expected.length).toBeGreaterThan(5);
    expect(found, stdout).toEqual(expected);
    expect(stdout).toMatch(/drak\\?"' is not assignable to type .*dark/);
    expect(stdout).toContain("Property 'error' does not exist on type 'CrmOAuthSuccessEvent'");
  });
}
