// @ts-check
/** Writes the licences of all bundled packages to `THIRD-PARTY-NOTICES.txt`, which is part of the package. */
import { readFileSync, writeFileSync } from 'node:fs';
import { thirdParty } from './third-party.mjs';

const { name } = JSON.parse(readFileSync('package.json', 'utf8'));
const line = '-'.repeat(80);

const notices = thirdParty(['cdn', 'dist']).map(({ name, version, license, text, files }) =>
  [line, `${name} ${version} (${license})`, `In: ${files.join(', ')}`, '', text, ''].join('\n'),
);
const introduction = `${name} contains code of the packages below, each under its own licence.\n`;
writeFileSync('THIRD-PARTY-NOTICES.txt', [introduction, ...notices].join('\n'));
