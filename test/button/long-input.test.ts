import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/index.js';
import { type Captions, registerCaptions } from '../../src/index.js';
import { captions } from '../../src/button/language/captions.js';
import { sayOnce } from '../../src/button/console.js';
import { lookUp } from '../../src/button/language/language.js';
import { readList } from '../../src/button/attribute-values.js';
import { inside } from '../helpers/button.js';
import { recordConsole } from '../helpers/console.js';

/** So long that work which grows with its square would not end before the runner gives up. */
const LENGTH = 1_000_000;

const caption = (button: CrmOAuthButton): string => inside(button, '.caption').innerText.trim();

/** The consent page that a click opens; nothing is opened. */
function urlOf(button: CrmOAuthButton): URL {
  let url = '';
  button.addEventListener('crm-oauth-start', (event) => {
    event.preventDefault();
    url = event.url;
  });
  button.click();
  return new URL(url);
}

describe('a very long', () => {
  const errors = recordConsole('error');
  const warnings = recordConsole('warn');
  beforeEach(() => {
    errors.length = warnings.length = 0;
  });

  for (const [what, tag] of Object.entries({
    'tag of short parts': 'a-'.repeat(LENGTH / 2),
    'tag of one part': 'a'.repeat(LENGTH),
    'tag with an end': `${'a'.repeat(LENGTH)}-`,
    'tag of hyphens': '-'.repeat(LENGTH),
  })) {
    it(`${what} is looked up, and is unknown`, () => {
      expect(lookUp(tag)).to.equal(undefined);
    });
  }

  it('tag is known by its start', () => {
    expect(lookUp(`pt-BR-x-${'a-'.repeat(LENGTH / 2)}`)).to.equal('pt');
  });

  it('tag has captions like any other', () => {
    const tag = `xl-${'a-'.repeat(LENGTH / 2)}`;
    const language: Captions = { ...captions.en, title: 'Xl' };
    registerCaptions(tag, language);
    expect(captions[lookUp(tag)!]).to.eql(language);
    expect(Object.keys(captions).filter((name) => name.length > 35)).to.eql([]);
  });

  it('locale is the default, and the console says so in a few words', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button locale=${'q-'.repeat(LENGTH / 2)}></crm-oauth-button>`,
    );
    expect(caption(button)).to.equal('Continue with Kommo');
    await aTimeout(20);
    expect(warnings).to.have.length(1);
    expect(warnings[0])
      .to.match(/locale="q-q-.* is unknown/)
      .and.have.property('length')
      .below(700);
  });

  it('lang around the button is read by its start', async () => {
    const page = await fixture<HTMLElement>(
      html`<div lang=${`es-${'a-'.repeat(LENGTH / 2)}`}>
        <crm-oauth-button locale="auto"></crm-oauth-button>
      </div>`,
    );
    expect(caption(page.querySelector('crm-oauth-button')!)).to.equal('Continuar con Kommo');
  });

  it('keyword is the default, and the console names it with its start and the remedy', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button theme=${'t'.repeat(LENGTH)}></crm-oauth-button>`,
    );
    expect(button.status).to.equal('idle');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.match(/theme="ttt.* … .*Known: light dark auto$/);
    expect(warnings[0]).to.have.property('length').below(700);
  });

  it('error callback is no function', async () => {
    const { callErrorCallback } = await import('../../src/button/error-callback.js');
    callErrorCallback('a.'.repeat(LENGTH / 2), {});
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.have.property('length').below(700);
  });

  it('list counts up to its last whole entry, and the console says so once', () => {
    const list = 'https://a.example, '.repeat(LENGTH / 20);
    for (let times = 0; times < 2; times += 1) {
      const entries = readList('allowed-origins', list);
      expect(entries).to.have.length.within(150, 250);
      expect(new Set(entries)).to.eql(new Set(['https://a.example']));
    }
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include('allowed-origins');
  });

  it('list never ends in half an origin, which is another one', () => {
    const entry = 'https://shop.example.com';
    for (let before = 3950; before <= 4010; before += 1) {
      const list = `${'a'.repeat(before)} ${entry} ${entry}`;
      expect(readList('x', list).filter((origin) => !/^a+$/.test(origin) && origin !== entry)).to.eql([]);
    }
  });

  it('list of scopes asks for those at its start', async () => {
    const button = await fixture<CrmOAuthButton>(
      html`<crm-oauth-button
        name="a"
        redirect_uri="https://shop.example"
        secrets_uri="https://shop.example"
        scopes=${'crm,'.repeat(LENGTH)}
        allowed-origins=${'https://a.example '.repeat(LENGTH / 10)}
      ></crm-oauth-button>`,
    );
    expect(urlOf(button).searchParams.getAll('scopes[]')).to.have.length(1000);
    expect(errors.join()).to.include('scopes');
  });
});

describe('a list of usual length', () => {
  it('is split at commas and white space, and empty entries count for nothing', () => {
    expect(readList('x', ' a,b , c\n\td,')).to.eql(['a', 'b', 'c', 'd']);
    expect(readList('x', '')).to.eql([]);
  });

  it('may have 4,000 characters', () => {
    expect(readList('x', 'a'.repeat(4000))).to.eql(['a'.repeat(4000)]);
  });
});

describe('the console', () => {
  const warnings = recordConsole('warn');

  it('says a text of some length as it is', () => {
    sayOnce('warn', 'w'.repeat(600));
    expect(warnings).to.eql([`crm-oauth-button: ${'w'.repeat(600)}`]);
  });

  it('says no more than a page’s own bugs can amount to', () => {
    warnings.length = 0;
    for (let number = 0; number < 1000; number += 1) sayOnce('warn', `Message ${number}`);
    expect(warnings).to.have.length.within(100, 200);
  });
});
