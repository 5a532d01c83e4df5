import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** The files of a folder that each of its files imports, types included. */
function readImports(folder: string): Map<string, string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')));
  const imports = files.map((file): [string, string[]] => {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
    const targets = importedFiles.map(({ fileName }) => posix.join(posix.dirname(file), fileName));
    return [
      file,
      files.filter((other) => targets.includes(other.replace(/\.ts$/, '.js')) || targets.includes(other)),
    ];
  });
  return new Map(imports);
}

/** A file that imports itself by way of others, with these; nothing where none does. */
function findCircle(imports: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

for (const folder of ['src', 'demo', 'sandbox']) {
  test(`no file in ${folder} imports itself by way of others`, () => {
    const imports = readImports(folder);
    expect([...imports.values()].flat().length, 'imports that were found').toBeGreaterThan(50);
    expect(findCircle(imports)).toBeUndefined();
  });
}

for (const folder of ['src', 'demo', 'sandbox']) {
  test(`no folder in ${folder} imports from itself by way of others`, () => {
    const imports = readImports(folder);
    const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');
    const rooms = new Map<string, string[]>();
    for (const [file, targets] of imports) {
      const others = targets.map(roomOf).filter((room) => room !== roomOf(file));
      rooms.set(roomOf(file), [...(rooms.get(roomOf(file)) ?? []), ...others]);
    }
    expect(findCircle(rooms)).toBeUndefined();
  });
}

test('a circle is found, however long', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(findCircle(imports)).toEqual(['b', 'd', 'b']);
});
