// @ts-check
/** Writes what editors and frameworks want to know about the element, all of it from `custom-elements.json`, to `dist/`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { frameworkTypes } from './framework-types.mjs';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const forEditors = JSON.parse(JSON.stringify(manifest), (key, value) => {
  // The generators take the two spellings of an attribute for one where both name its property.
  if (key === 'fieldName') return undefined;
  // Nobody wants to be offered the absent value.
  return key === 'text' ? value.replace("'' | ", '') : value;
});

const data = {
  'vscode.html-custom-data': getVsCodeHtmlCustomData(forEditors, {}),
  'vscode.css-custom-data': getVsCodeCssCustomData(forEditors, {}),
  'web-types': getWebTypesData(forEditors, {}),
};
for (const [name, json] of Object.entries(data)) {
  writeFileSync(`dist/${name}.json`, `${JSON.stringify(JSON.parse(json), null, 2)}\n`);
}

mkdirSync('dist/frameworks', { recursive: true });
for (const [name, types] of Object.entries(frameworkTypes(manifest))) {
  writeFileSync(`dist/frameworks/${name}.d.ts`, types);
}
