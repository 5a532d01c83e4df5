import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './fixtures.js';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly evidence?: { readonly occurrences: readonly { readonly location: string }[] };
}

interface Bom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

const read = (root: string) => readFileSync(join(root, 'sbom.cdx.json'), 'utf8');
const label = ({ name, version }: Component) => `${name} ${version}`;

test('the bill of materials follows the schema of CycloneDX, strictly', async ({ installed }) => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5);
  expect(await validator.validate(read(installed.root))).toBeNull();
  const { metadata } = JSON.parse(read(installed.root)) as Bom;
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Component;
  expect(label(metadata.component)).toBe(label(manifest));
});

test('it has what the notices name, in the same versions and files', ({ installed }) => {
  const { components } = JSON.parse(read(installed.root)) as Bom;
  const notices = readFileSync(join(installed.root, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const noticed = [...notices.matchAll(/^(\S+ \S+) \(.*\)\nIn: (.*)$/gm)].map(([, name, files]) => [
    name,
    files,
  ]);
  const bundled = components.flatMap((component) =>
    component.evidence
      ? [[label(component), component.evidence.occurrences.map(({ location }) => location).join(', ')]]
      : [],
  );
  expect(noticed.length).toBeGreaterThan(3);
  expect(bundled).toEqual(noticed);
});

test('besides, it has what an installation brings along, and nothing else', ({ installed }) => {
  const { components } = JSON.parse(read(installed.root)) as Bom;
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const brought = new Map<string, string>();
  const visit = (name: string) => {
    if (brought.has(name)) return;
    const path = join(installed.project, 'node_modules', name, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Component & { dependencies?: object };
    brought.set(name, label(manifest));
    Object.keys(manifest.dependencies ?? {}).forEach(visit);
  };
  Object.keys(dependencies).forEach(visit);
  const listed = components.filter(({ name, evidence }) => !evidence || brought.has(name)).map(label);
  expect(listed.sort()).toEqual([...brought.values()].sort());
});

test('each component has the hash of the lock file, and leads to others of the list alone', ({
  installed,
}) => {
  const { components, dependencies, metadata } = JSON.parse(read(installed.root)) as Bom;
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { integrity?: string }>;
  };
  for (const { name, hashes } of components) {
    const [hash] = hashes ?? [];
    const integrity = `sha512-${Buffer.from(hash?.content ?? '', 'hex').toString('base64')}`;
    expect(integrity, name).toBe(packages[`node_modules/${name}`]?.integrity);
  }
  const refs = [metadata.component, ...components].map(({ name, version }) => `${name}@${version}`);
  expect(dependencies.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
  for (const { dependsOn } of dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
});

test('the files that it names are packed', ({ installed }) => {
  const { components } = JSON.parse(read(installed.root)) as Bom;
  const files = components.flatMap(({ evidence }) => evidence?.occurrences ?? []);
  expect(readdirSync(installed.root)).toContain('sbom.cdx.json');
  for (const { location } of files) expect(existsSync(join(installed.root, location)), location).toBe(true);
});
