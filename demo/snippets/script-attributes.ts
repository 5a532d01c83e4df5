import type { SnippetInput } from './snippet.js';

/** What loads the classic script: its address, and the hash without which the browser does not run it. */
export function scriptAttributes({ place, release, isForSandbox }: SnippetInput): readonly string[] {
  const folder = isForSandbox ? `${place.site}/cdn` : '/assets';
  return [
    `src="${folder}/button-${release.version}.js"`,
    `integrity="${release.integrity}"`,
    'crossorigin="anonymous"',
  ];
}
