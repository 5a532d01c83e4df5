import { expect } from '@open-wc/testing';
import { type ConnectionsCaptions, connectionsCaptions } from '../../src/connections/language/captions.js';
import { connectionsLocales } from '../../src/connections/locales.js';
import { captions } from '../../src/button/language/captions.js';
import { locales } from '../../src/locales.js';
import { writingOf } from '../locales/writing.js';

const { en } = connectionsCaptions;
const keys = Object.keys(en) as (keyof ConnectionsCaptions)[];
const placeholders = (text: string): string[] => text.match(/\{\w*\}?|\}/g) ?? [];
/** Without what is Latin in every script. */
const prose = (text: string): string => text.replaceAll(/\{\w+\}|CRM/g, '');

it('the settings page speaks every language of the button', () => {
  expect(Object.keys(connectionsCaptions)).to.include.members(
    Object.keys(captions).filter((tag) => tag.length === 2),
  );
  expect(Object.keys(connectionsLocales)).to.have.members(Object.keys(locales));
});

const all = { ...connectionsCaptions, ...connectionsLocales } as Record<string, ConnectionsCaptions>;
/** Without the further tags of a language, and without those that other tests have added. */
const languages = Object.entries(all).filter(
  ([tag, texts], index, entries) =>
    !/[x_]/.test(tag) && entries.findIndex(([, other]) => other === texts) === index,
);

for (const [tag, texts] of languages) {
  const { letters, sentence, label, strays, characters } = writingOf(tag);
  const eachText = (check: (text: string, key: keyof ConnectionsCaptions) => unknown): void => {
    for (const key of keys) check(texts[key], key);
  };

  describe(`the texts of the settings page in ${tag}`, () => {
    it('are all there, and nothing else', () => {
      expect(Object.keys(texts)).to.have.members(keys);
    });

    it('have their placeholders where they belong, once', () => {
      eachText((text, key) => expect(placeholders(text), key).to.deep.equal(placeholders(en[key])));
    });

    it('have no space too many', () => {
      eachText((text, key) => expect(text, key).to.not.match(/^\s|\s$|\s\s/u));
    });

    it('are sentences and questions where the English ones are', () => {
      eachText((text, key) => {
        if (key === 'ask') expect(text).to.match(tag === 'th' ? label : /[?؟？;]$/u);
        else expect(text, key).to.match(en[key].endsWith('.') ? sentence : label);
      });
    });

    it('are written in their own script, and in no other', () => {
      eachText((text, key) => {
        const written = prose(text).match(/\p{L}/gu) ?? [];
        expect(written, key).to.not.be.empty;
        expect(written.join('').replaceAll(new RegExp(letters, 'gu'), ''), key).to.equal('');
      });
    });

    it('have no character that only looks right', () => {
      eachText((text, key) => {
        expect(text, key).to.equal(text.normalize('NFC'));
        expect(text, key).to.not.match(strays);
        const unknown = Array.from(prose(text)).filter((character) => characters?.has(character) === false);
        expect(unknown, key).to.be.empty;
      });
    });

    it('differ from each other', () => {
      expect(new Set(Object.values(texts)).size).to.equal(keys.length);
    });
  });
}
