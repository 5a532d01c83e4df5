import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = '.github/workflows';

const workflows = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const [head = '', body = ''] = text.split(/^jobs:\n/m);
  const parts = body.split(/^ {2}([\w-]+):\n/m).slice(1);
  const jobs = parts.flatMap((name, i) => (i % 2 ? [] : [{ name, steps: uncommented(parts[i + 1] ?? '') }]));
  return { file, text, head, jobs };
});

const release = workflows.find(({ file }) => file === 'release.yml')!.jobs;

function uncommented(yaml: string): string {
  return yaml.replace(/^\s*#.*\n/gm, '');
}

test('every action is pinned by commit, and says its version', () => {
  const used = workflows.flatMap(({ text }) =>
    [...uncommented(text).matchAll(/\buses\b.*/g)].map(([use]) => use),
  );
  expect(used.length).toBeGreaterThanOrEqual(5);
  for (const use of used) expect(use).toMatch(/^uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('a version of an action is one commit everywhere', () => {
  const uses = workflows.flatMap(({ text }) => [
    ...text.matchAll(/uses: ([\w-]+\/[\w-]+)[\w/-]*@([0-9a-f]{40} # \S+)/g),
  ]);
  const pins = uses.map(([, name, version]) => `${name}@${version}`);
  const names = new Set(pins.map((pin) => pin.split('@')[0]));
  expect(new Set(pins).size).toBe(names.size);
});

test('a workflow may read, and no more, unless a job says so', () => {
  for (const { file, head } of workflows) expect(head, file).toMatch(/^permissions:\n {2}contents: read\n/m);
});

test('no checkout leaves its credentials behind', () => {
  for (const { file, text } of workflows) {
    const checkouts = text.match(/actions\/checkout@/g)?.length;
    expect(text.match(/^ {10}persist-credentials: false$/gm)?.length, file).toBe(checkouts);
  }
});

test('no job has more rights than those that publish or report what they find', () => {
  const jobs = workflows.flatMap(({ file, jobs }) => jobs.map((job) => ({ file, ...job })));
  const privileged = jobs.filter(({ steps }) => /permissions|: write|secrets\./.test(steps));
  const rightsOf = (steps: string) => steps.match(/[\w-]+: write\b/g)?.join();
  expect(privileged.map(({ file, name, steps }) => [`${file} ${name}`, rightsOf(steps)]).sort()).toEqual([
    ['codeql.yml analyze', 'security-events: write'],
    ['release.yml publish', 'id-token: write'],
    ['scorecard.yml analyze', 'security-events: write,id-token: write'],
  ]);
  expect(workflows.map(({ text }) => text).join()).not.toMatch(/secrets\.|write-all/);
  expect(release[1]!.steps).toMatch(/^ {4}environment: npm$/m);
  expect(workflows.map(({ head }) => head).join()).not.toContain('write');
});

test('the jobs that report what they find run actions alone', () => {
  for (const { file, jobs } of workflows.filter(({ file }) => /codeql|scorecard/.test(file))) {
    for (const { steps } of jobs) expect(steps, file).not.toMatch(/\brun:/);
  }
});

test('the job that publishes runs no code but npm’s, and publishes what the other has packed and tested', () => {
  const [build, publish] = release;
  expect(release.map(({ name }) => name)).toEqual(['build', 'publish']);
  const stepsOf = (yaml: string) =>
    [...yaml.matchAll(/^ {6,8}(?:- )?(uses|run): (.*)$/gm)].map(([, , what]) => what);

  expect(stepsOf(publish!.steps)).toEqual([
    expect.stringMatching(/^actions\/download-artifact@/),
    'echo "$SHA512  package.tgz" | sha512sum --check --strict',
    'npm publish ./package.tgz --provenance --access public --ignore-scripts',
  ]);
  expect(publish!.steps).toContain('SHA512: ${{ needs.build.outputs.sha512 }}');
  expect(publish!.steps).toMatch(/^ {4}needs: build$/m);

  const [, , ci, check, pack, upload, uploadBom] = stepsOf(build!.steps);
  expect([ci, check]).toEqual(['.ci/run < /dev/null', 'npm run check-release']);
  expect(pack).toBe('|');
  expect(build!.steps.match(/(?:npm pack|scripts\/prepare-release).*/g)).toEqual([
    'npm pack --ignore-scripts --silent)"',
    'scripts/prepare-release.mjs package',
    'npm pack ./package --ignore-scripts --silent)" package.tgz',
  ]);
  for (const step of [upload, uploadBom]) expect(step).toMatch(/^actions\/upload-artifact@/);
  // By a name of its own: the job that publishes downloads the package alone.
  expect(build!.steps.match(/^ {10}(?:name|path): .*$/gm)?.map((line) => line.trim())).toEqual([
    'name: package',
    'path: package.tgz',
    'name: sbom',
    'path: package/sbom.cdx.json',
  ]);
  expect(build!.steps).not.toContain('npm publish');
});

test('a release is made in images that are pinned by digest', () => {
  const images = release.map(({ steps }) => /^ {4}container: (.*)$/m.exec(steps)?.[1]);
  expect(images).toHaveLength(2);
  for (const image of images) expect(image).toMatch(/^[\w:.-]+@sha256:[0-9a-f]{64}$/);
});
