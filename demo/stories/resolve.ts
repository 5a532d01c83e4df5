import type { Settings } from './story.js';

/** Where a studio runs, and what it talks to. */
export interface Place {
  /** The address of the folder that holds the studio, without a slash at its end. */
  readonly site: string;
  /** The sandbox, or the page that stands in for it, without a slash at its end. */
  readonly sandbox: string;
  /** Whether there is a back end and a sandbox. Without them the studio is static files. */
  readonly isServed: boolean;
}

/** Puts the addresses of this place into a story's settings. */
export function resolve(settings: Settings, { site, sandbox, isServed }: Place): Settings {
  const fill = (text: string): string => {
    // Without a back end, pages stand in for its redirect URI and webhook.
    const known = isServed ? text : text.replace('{site}/callback', '{site}/callback.html');
    return known.replaceAll('{site}', site).replaceAll('{sandbox}', sandbox);
  };
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, typeof value === 'string' ? fill(value) : value]),
  );
}
