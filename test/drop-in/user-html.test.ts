import { expect, nextFrame } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/button/crm-oauth-button.js';
import { define } from '../../src/button/define.js';
import { followMarkers } from '../../src/drop-in/markers.js';
import { recordConsole } from '../helpers/console.js';

const stage = document.createElement('main');
const own = location.origin;

/** Puts HTML on the page as a framework does, and waits until the buttons are drawn. */
async function put(html: string): Promise<HTMLElement> {
  const template = document.createElement('template');
  template.innerHTML = html;
  stage.append(template.content);
  await nextFrame();
  return stage.querySelector<HTMLElement>('.kommo_oauth')!;
}

/** A marker as it may stand in a comment: DOMPurify lets it through as it is. */
const div = (data: string, tag = 'div'): string =>
  `<${tag} class="kommo_oauth" data-client-id="a" ${data}></${tag}>`;

const buttonOf = (marker: HTMLElement): CrmOAuthButton => marker.previousElementSibling as CrmOAuthButton;

describe('a marker that is no script', () => {
  const errors = recordConsole('error');
  let count = 0;
  /** An origin that no other test has named, as the console says everything once. */
  let evil: string;

  before(() => {
    document.body.append(stage);
    define();
    followMarkers();
  });
  beforeEach(() => {
    errors.length = 0;
    count += 1;
    evil = `https://evil-${count}.example`;
  });
  afterEach(async () => {
    stage.replaceChildren();
    await nextFrame();
  });
  after(() => stage.remove());

  const attributes = ['server', 'authorization-endpoint', 'allowed-origins', 'redirect_uri'];

  for (const name of attributes) {
    it(`names no stranger's origin in data-${name}, and the console says so once`, async () => {
      for (let times = 0; times < 2; times += 1) {
        const button = buttonOf(await put(div(`data-${name}="${evil}"`)));
        expect(button.hasAttribute(`data-${name}`)).to.be.false;
        stage.replaceChildren();
      }
      expect(errors).to.have.length(1);
      expect(errors[0])
        .to.include(`data-${name} is ignored`)
        .and.include(evil)
        .and.include('data-trusted-origins');
    });

    for (const tag of ['script', 'script type="text/plain"']) {
      it(`is the only one: a ${tag} names any in data-${name}`, async () => {
        const html = div(`data-${name}="${evil}"`, 'script').replace('script', tag);
        expect(buttonOf(await put(html)).getAttribute(`data-${name}`)).to.equal(evil);
        expect(errors).to.eql([]);
      });
    }

    it(`names the page's own origin and the CRM's in data-${name}`, async () => {
      for (const origin of [own, `${own}/path?a=1`, 'https://www.kommo.com', 'https://www.amocrm.ru/']) {
        const button = buttonOf(await put(div(`data-${name}="${origin}"`)));
        expect(button.getAttribute(`data-${name}`)).to.equal(origin);
        stage.replaceChildren();
      }
      expect(errors).to.eql([]);
    });

    it(`names in data-${name} what a script of the page lists`, async () => {
      const script = `<script type="text/plain" data-trusted-origins="https://auth.example/, ${evil}"></script>`;
      const button = buttonOf(await put(script + div(`data-${name}="${evil}/"`)));
      expect(button.getAttribute(`data-${name}`)).to.equal(`${evil}/`);
      expect(errors).to.eql([]);
    });
  }

  for (const name of ['state-url', 'return-to']) {
    it(`has no data-${name}, of whatever origin, and a script has`, async () => {
      const data = `data-${name}="/path-${count}"`;
      expect(buttonOf(await put(div(data))).hasAttribute(`data-${name}`)).to.be.false;
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include(`data-${name} is ignored`).and.include('<script>');
      stage.replaceChildren();
      expect(buttonOf(await put(div(data, 'script'))).getAttribute(`data-${name}`)).to.equal(
        `/path-${count}`,
      );
    });
  }

  const disguises: Record<string, (origin: string) => string> = {
    'after one that is trusted': (origin) => `${own} ${origin}`,
    'with a line break in its scheme': (origin) => origin.replace('tt', 't&#10;t'),
    'without a scheme': (origin) => origin.replace('https:', ''),
    'escaped by hand': encodeURIComponent,
    'in credentials that end a host once unescaped': (origin) =>
      own.replace('//', `//${origin.slice(8)}%2F@`),
    'as a subdomain that looks like the page': (origin) => `${own}.${origin.slice(8)}`,
    'in a blob URL': (origin) => `blob:${origin}/0`,
  };
  for (const [how, disguise] of Object.entries(disguises)) {
    it(`names no stranger's origin ${how}`, async () => {
      const data = attributes.map((name) => `data-${name}="${disguise(evil)}"`).join(' ');
      const button = buttonOf(await put(div(data)));
      for (const name of attributes) expect(button.getAttribute(`data-${name}`), name).to.equal(null);
    });
  }

  it('lists no trusted origins itself, and neither does a script of another language', async () => {
    const list = `data-trusted-origins="${evil}"`;
    const marker = await put(
      `<p ${list}></p><math><script ${list}></script></math>` + div(`${list} data-server="${evil}"`),
    );
    expect(buttonOf(marker).hasAttribute('data-server')).to.be.false;
  });

  it('is refused what is written later, too, until it is trusted', async () => {
    const marker = await put(div(''));
    const button = buttonOf(marker);
    marker.dataset.server = evil;
    await nextFrame();
    expect(button.hasAttribute('data-server')).to.be.false;
    stage.insertAdjacentHTML('beforeend', `<script data-trusted-origins="${evil}"></script>`);
    button.addEventListener('crm-oauth-start', (event) => event.preventDefault());
    button.click();
    expect(button.getAttribute('data-server')).to.equal(evil);
    stage.lastElementChild!.remove();
    marker.dataset.title = 'Connect';
    await nextFrame();
    expect(button.hasAttribute('data-server')).to.be.false;
  });

  it('is one in MathML, by whatever name, and none in SVG', async () => {
    const svg = buttonOf(await put(`<svg>${div(`data-server="${evil}"`, 'script')}</svg>`));
    expect(svg.getAttribute('data-server')).to.equal(evil);
    stage.replaceChildren();
    const math = buttonOf(await put(`<math>${div(`data-server="${evil}"`, 'script')}</math>`));
    expect(math.hasAttribute('data-server')).to.be.false;
  });

  for (const tag of ['div', 'script']) {
    it(`is known in the document of a frame: a ${tag}`, async () => {
      const frame = document.createElement('iframe');
      stage.append(frame);
      frame.contentDocument!.body.innerHTML = div(`data-server="${evil}"`, tag);
      const marker = frame.contentDocument!.body.firstChild as HTMLElement;
      stage.append(marker);
      await nextFrame();
      expect(buttonOf(marker).hasAttribute('data-server')).to.equal(tag === 'script');
    });
  }

  it('names several in data-allowed-origins, where each is trusted', async () => {
    const list = `${own}, https://www.kommo.com`;
    const button = buttonOf(await put(div(`data-allowed-origins="${list}"`)));
    expect(button.allowedOrigins).to.equal(list);
  });

  describe('with the metadata of an integration', () => {
    const metadata = (origin: string, tag = 'div'): string =>
      `<${tag} class="kommo_oauth" data-name="a" data-redirect_uri="${origin}/redirect" data-secrets_uri="${origin}/secrets"
        data-error-callback="app.logout"></${tag}>`;

    it('keeps its redirect URI, but no function of the page hears what that says', async () => {
      const button = buttonOf(await put(metadata(evil)));
      expect(button.redirectUri).to.equal(`${evil}/redirect`);
      expect(button.errorCallback).to.equal('');
      expect(errors).to.have.length(1);
      expect(errors[0]).to.match(/data-error-callback is ignored: data-redirect_uri=/);
    });

    it('has nothing said of a function that it does not name', async () => {
      const html = metadata(evil).replace('data-error-callback', 'data-other');
      expect(buttonOf(await put(html)).redirectUri).to.equal(`${evil}/redirect`);
      expect(errors).to.eql([]);
    });

    it('keeps the function where the redirect URI is the page’s, and where it is a script', async () => {
      for (const html of [metadata(own), metadata(evil, 'script')]) {
        expect(buttonOf(await put(html)).errorCallback).to.equal('app.logout');
        stage.replaceChildren();
      }
      expect(errors).to.eql([]);
    });

    it('loses its redirect URI with the id that makes it needless', async () => {
      const marker = await put(metadata(evil));
      marker.dataset.clientId = 'a';
      await nextFrame();
      expect(buttonOf(marker).redirectUri).to.equal('');
      expect(buttonOf(marker).errorCallback).to.equal('app.logout');
    });
  });

  it('has what is harmless: looks, captions, the state, the function of a refusal by the CRM', async () => {
    const data =
      'data-title="t" data-color="red" data-state="s" data-mode="post_message" data-error-callback="f"';
    const { title, color, state, mode, errorCallback } = buttonOf(await put(div(data)));
    expect([title, color, state, mode, errorCallback]).to.eql(['t', 'red', 's', 'post_message', 'f']);
    expect(errors).to.eql([]);
  });

  for (const name of ['matches', 'querySelectorAll', 'isConnected', 'nodeType', 'dataset', 'hasAttribute']) {
    it(`is not hindered by a form with a field named ${name}, which is no marker itself`, async () => {
      await put(`<form class="kommo_oauth" data-client-id="a"><input name="${name}" />${div('')}</form>`);
      stage.querySelector('form')!.setAttribute('data-title', 'Connect');
      await nextFrame();
      expect(stage.querySelectorAll('crm-oauth-button')).to.have.length(1);
      expect(stage.querySelectorAll('form > crm-oauth-button + div')).to.have.length(1);
    });
  }
});
