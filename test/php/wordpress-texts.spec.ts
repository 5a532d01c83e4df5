import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { readPo } from '../../scripts/gettext.mjs';

const SOURCES = 'php/wordpress/crm-oauth-button/languages';
const TEMPLATE = 'php/wordpress/build/crm-oauth-button/languages/crm-oauth-button.pot';

const read = (file: string) => readPo(readFileSync(file, 'utf8')).filter(({ id }) => id);
const keyOf = ({ context = '', id }: { context?: string; id: string }) => `${context}|${id}`;

for (const file of readdirSync(SOURCES)) {
  test(`the WordPress plugin has each of its texts in ${file}, and no other`, () => {
    const translated = read(`${SOURCES}/${file}`);
    expect(translated.map(keyOf).sort()).toEqual(read(TEMPLATE).map(keyOf).sort());
    for (const { id, text } of translated) {
      expect(text, id).not.toBe('');
      expect(text.match(/%s/g), id).toEqual(id.match(/%s/g));
    }
  });
}
