import { readFile } from 'node:fs/promises';

/**
 * Gives a script of the widget, which lies in `widget/` next to this module, bundled or not.
 *
 * @param name a plain file name.
 * @returns `undefined` when there is no such file.
 */
export async function readWidgetScript(name: string): Promise<string | undefined> {
  try {
    return await readFile(new URL(`./widget/${name}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
