import { expect } from '@open-wc/testing';
import { type Captions, captions } from '../../src/button/language/captions.js';
import { locales } from '../../src/locales.js';
import { CATALOGUE } from '../../src/providers/catalogue.js';
import { writingOf } from './writing.js';

const { en } = captions;
const keys = Object.keys(en) as (keyof Captions)[];
const placeholders = (text: string): string[] => text.match(/\{\w*\}?|\}/g) ?? [];
const prose = (text: string): string => text.replaceAll(/\{\w+\}/g, '');

describe('the table of languages', () => {
  it('holds at least 30 further ones, four of them from right to left', () => {
    expect(new Set(Object.values(locales)).size).to.be.at.least(30);
    expect(locales).to.include.keys('ar', 'fa', 'he', 'ur');
  });

  it('has none that the button brings itself', () => {
    expect(locales).to.not.have.any.keys(...Object.keys(captions));
  });

  it('goes by well-formed tags in lower case', () => {
    for (const tag of Object.keys(locales)) {
      expect(tag).to.equal(tag.toLowerCase());
      expect(Intl.getCanonicalLocales(tag), tag).to.have.lengthOf(1);
    }
  });

  it('knows older tags, and those of regions that write another script', () => {
    const { he, iw, nb, nn, no, zh, 'zh-hant': hant } = locales;
    expect(iw).to.equal(he);
    expect([nn, no]).to.have.members([nb, nb]);
    expect(['zh-tw', 'zh-hk', 'zh-mo'].map((tag) => locales[tag])).to.have.members([hant, hant, hant]);
    expect(hant).to.not.equal(zh);
  });
});

const all = { ...captions, ...locales } as Record<string, Captions>;
const brands = Object.values(CATALOGUE).map(({ face }) => face.brand);
/** What may stand right before and right after a name, whichever it is: a suffix needs a hyphen, and none may follow a space. */
const apart = { before: /^$|[\s„]$/u, after: /^$|^[\s“]|^-\p{L}|^[\p{Script=Hiragana}\p{Script=Han}]/u };
/** Prepositions that change before some of the names. */
const changing = /(^|\s)(с|з|s|z|k|v|w|у|в|к)\s$/u;

/** Without the further tags of a language. */
const languages = Object.entries(all).filter(
  ([, texts], index, entries) => entries.findIndex(([, other]) => other === texts) === index,
);

for (const [tag, texts] of languages) {
  const { letters, sentence, label, strays, characters } = writingOf(tag);
  const eachText = (check: (text: string, key: keyof Captions) => unknown): void => {
    for (const key of keys) check(texts[key], key);
  };

  describe(`the captions in ${tag}`, () => {
    it('are all there, and nothing else', () => {
      expect(Object.keys(texts)).to.have.members(keys);
    });

    it('have their placeholders where they belong, once', () => {
      eachText((text, key) => expect(placeholders(text), key).to.deep.equal(placeholders(en[key])));
    });

    it('have no space too many', () => {
      eachText((text, key) => expect(text, key).to.not.match(/^\s|\s$|\s\s/u));
    });

    it('suit the name of every provider', () => {
      for (const key of ['title', 'disconnect', 'reconnect'] as const) {
        const [before = '', after = '', ...rest] = texts[key].split('{crm}');
        expect(rest).to.be.empty;
        expect(before, texts[key]).to.match(apart.before);
        expect(after, texts[key]).to.match(apart.after);
        // Russian asks for another one before two consonants, with which no name begins.
        if (tag !== 'ru') expect(before, texts[key]).to.not.match(changing);
        for (const brand of brands) {
          const caption = texts[key].replace('{crm}', brand);
          expect(caption.split(brand), caption).to.have.lengthOf(2);
          expect(caption, caption).to.not.match(/[{}]|\s\s/u);
        }
      }
    });

    it('are sentences where the English ones are', () => {
      eachText((text, key) => expect(text, key).to.match(en[key].endsWith('.') ? sentence : label));
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
