import { readFile } from 'node:fs/promises';

/** The package's version, and the hash of its classic script, as the build has left them. */
export async function readRelease(): Promise<{ version: string; integrity: string }> {
  const text = await readFile(new URL('../cdn/integrity.json', import.meta.url), 'utf8').catch(
    (cause: unknown) => {
      throw new Error('cdn/integrity.json is missing: run `npm run build` first.', { cause });
    },
  );
  const { version, integrity } = JSON.parse(text) as { version: string; integrity: Record<string, string> };
  return { version, integrity: integrity[`button-${version}.js`] ?? '' };
}
