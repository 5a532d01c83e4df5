// @ts-check
/** Writes `docs/attributes.md` from `custom-elements.json`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { attributesDocument } from './attributes-document.mjs';

const PATH = 'docs/attributes.md';
writeFileSync(PATH, await attributesDocument(JSON.parse(readFileSync('custom-elements.json', 'utf8')), PATH));
