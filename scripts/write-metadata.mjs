// @ts-check
/** Writes the element's data for editors and its types for frameworks to `dist/`, all from `custom-elements.json`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { frameworkTypes } from './framework-types.mjs';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
const forEditors = JSON.parse(JSON.stringify(manifest), (key, value) => {
  // The generators would merge the two spellings of an attribute if both named its property.
  if (key === 'fieldName') return undefined;
  // Editors should not suggest the empty value.
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
