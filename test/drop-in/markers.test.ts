import { expect, nextFrame } from '@open-wc/testing';
import { CrmOAuthButton } from '../../src/button/crm-oauth-button.js';
import { define } from '../../src/button/define.js';
import { CrmOAuthErrorEvent } from '../../src/button/events.js';
import { AuthorizationError } from '../../src/consent/errors.js';
import { followMarkers } from '../../src/drop-in/markers.js';
import { recordConsole } from '../helpers/console.js';

const KOMMO = '<script class="kommo_oauth" data-client-id="shop" data-state="first"></script>';
const AMOCRM = '<script class="amocrm_oauth" data-client-id="forum"></script>';

const stage = document.createElement('main');

/** Puts HTML on the page as a framework does, and waits until the buttons are drawn. */
async function put(html: string): Promise<HTMLElement> {
  const template = document.createElement('template');
  template.innerHTML = html;
  stage.append(template.content);
  await nextFrame();
  return stage.querySelector<HTMLElement>('.kommo_oauth, .amocrm_oauth')!;
}

const buttons = (): CrmOAuthButton[] => [...document.querySelectorAll('crm-oauth-button')];

/** The only button of the page, which has to stand right before the marker. */
function buttonOf(marker: Element): CrmOAuthButton {
  expect(buttons()).to.have.length(1);
  expect(marker.previousElementSibling).to.equal(buttons()[0]);
  return buttons()[0]!;
}

const inside = (button: CrmOAuthButton): HTMLElement => button.shadowRoot!.querySelector('button')!;
const surface = (button: CrmOAuthButton): string => getComputedStyle(inside(button)).backgroundColor;

/** The query of the consent page that a click opens; nothing is opened. */
function queryOf(button: CrmOAuthButton): Record<string, string> {
  let url = '';
  const read = (event: HTMLElementEventMap['crm-oauth-start']): void => {
    event.preventDefault();
    url = event.url;
  };
  button.addEventListener('crm-oauth-start', read, { once: true });
  button.click();
  return Object.fromEntries(new URL(url).searchParams);
}

describe('the drop-in', () => {
  const errors = recordConsole('error');
  const warnings = recordConsole('warn');

  before(() => {
    document.body.append(stage);
    define();
    followMarkers();
  });
  beforeEach(() => {
    warnings.length = 0;
  });
  afterEach(async () => {
    stage.replaceChildren();
    await nextFrame();
    expect(buttons()).to.eql([]);
  });
  after(() => stage.remove());

  describe('draws a button', () => {
    for (const [html, className, clientId] of [
      [KOMMO, 'kommo-oauth', 'shop'],
      [AMOCRM, 'amocrm-oauth', 'forum'],
      [KOMMO.replaceAll('script', 'div'), 'kommo-oauth', 'shop'],
      ['<i class="x kommo_oauth" data-client-id="a" data-class-name="b c"></i>', 'b c', 'a'],
      ['<i class="amocrm_oauth" data-client-id="a" data-class-name="amocrm_oauth"></i>', 'amocrm_oauth', 'a'],
      ['<p>Text <b class="kommo_oauth" data-client-id="a" data-class-name=""></b></p>', 'kommo-oauth', 'a'],
      [
        `<div class="kommo_oauth" data-name="a" data-redirect_uri="b" data-secrets_uri="c"></div>`,
        'kommo-oauth',
        '',
      ],
    ] as const) {
      it(`before ${html}`, async () => {
        await put(html);
        const button = buttonOf(
          stage.querySelector(':is(.kommo_oauth, .amocrm_oauth):not(crm-oauth-button)')!,
        );
        expect(button.className).to.equal(className);
        expect(button.getAttribute('data-client_id')).to.equal(clientId);
      });
    }

    it('for each marker', async () => {
      await put(KOMMO + AMOCRM + KOMMO + `<section><div>${AMOCRM}</div></section>`);
      expect(stage.querySelectorAll('crm-oauth-button + script')).to.have.length(4);
      expect(buttons().map((button) => button.provider)).to.eql(['kommo', 'amocrm', 'kommo', 'amocrm']);
    });

    it('once, with all that its marker says', async () => {
      const updates: unknown[] = [];
      const { prototype } = CrmOAuthButton as unknown as {
        prototype: { updated: (this: unknown, changed: unknown) => void };
      };
      const { updated } = prototype;
      prototype.updated = function (changed) {
        updates.push(this);
        updated.call(this, changed);
      };
      await put(KOMMO + AMOCRM);
      prototype.updated = updated;
      expect(updates).to.eql(buttons());
    });

    it('for a marker in an SVG’s foreign object', async () => {
      const marker = await put(`<svg><foreignObject><div>${KOMMO}</div></foreignObject></svg>`);
      buttonOf(marker);
    });

    it('for a marker from a frame’s document', async () => {
      const frame = document.createElement('iframe');
      stage.append(frame);
      frame.contentDocument!.body.innerHTML = `<section>${KOMMO}</section>`;
      stage.append(frame.contentDocument!.body.firstChild!);
      await nextFrame();
      buttonOf(stage.querySelector('.kommo_oauth')!);
    });

    it('for an element that becomes a marker', async () => {
      const marker = await put('<div></div>').then(() => stage.querySelector('div')!);
      marker.dataset.clientId = 'late';
      marker.className = 'kommo_oauth';
      await nextFrame();
      expect(queryOf(buttonOf(marker)).client_id).to.equal('late');
    });

    it('and none for a marker that the page has taken away again', async () => {
      const marker = document.createElement('script');
      marker.className = 'kommo_oauth';
      marker.dataset.clientId = 'shop';
      for (let mount = 0; mount < 3; mount += 1) {
        stage.append(marker.cloneNode());
        stage.lastElementChild!.remove();
      }
      await nextFrame();
      expect(buttons()).to.eql([]);
      stage.append(marker);
      await nextFrame();
      buttonOf(marker);
    });
  });

  it('waits until a marker has enough data', async () => {
    const marker = await put('<script class="amocrm_oauth" data-name="Shop"></script>');
    expect(buttons()).to.eql([]);
    expect(errors).to.have.length(1);
    marker.dataset.clientId = 'late';
    await nextFrame();
    expect(queryOf(buttonOf(marker)).client_id).to.equal('late');
  });

  describe('follows its marker', () => {
    it('when an attribute changes, comes and goes', async () => {
      const marker = await put(KOMMO);
      const button = buttonOf(marker);
      marker.dataset.state = 'second';
      marker.dataset.title = 'Connect';
      marker.dataset.className = 'other';
      marker.dataset.locale = 'pt';
      await nextFrame();
      expect(buttonOf(marker)).to.equal(button);
      expect(button.className).to.equal('other');
      expect(inside(button).innerText).to.include('Connect');
      expect(queryOf(button).state).to.equal('second');
      delete marker.dataset.title;
      delete marker.dataset.className;
      await nextFrame();
      expect(button.className).to.equal('kommo-oauth');
      expect(inside(button).innerText).to.include('Continuar com Kommo');
    });

    it('in the very task of a click', async () => {
      const marker = await put(KOMMO);
      marker.dataset.state = 'just now';
      expect(queryOf(buttonOf(marker)).state).to.equal('just now');
    });

    it('in the click itself', async () => {
      const marker = await put(KOMMO);
      const change = (): string => (marker.dataset.state = 'in the event');
      document.addEventListener('click', change, { capture: true, once: true });
      expect(queryOf(buttonOf(marker)).state).to.equal('in the event');
    });

    it('but leaves the page’s own changes to the button', async () => {
      const marker = await put(KOMMO);
      const button = buttonOf(marker);
      button.classList.add('wide');
      button.id = 'connect';
      marker.dataset.state = 'second';
      await nextFrame();
      expect(button.className).to.equal('kommo-oauth wide');
      expect(button.id).to.equal('connect');
    });

    it('to another place', async () => {
      const marker = await put(`<section></section><p>${KOMMO}</p>`);
      const button = buttonOf(marker);
      stage.querySelector('section')!.append(marker);
      await nextFrame();
      expect(buttonOf(marker)).to.equal(button);
      expect(button.parentElement?.localName).to.equal('section');
    });

    it('with the container of both', async () => {
      const marker = await put(`<section></section><p>${KOMMO}</p>`);
      const button = buttonOf(marker);
      const seen: MutationRecord[] = [];
      const observer = new MutationObserver((records) => seen.push(...records));
      stage.querySelector('section')!.append(stage.querySelector('p')!);
      observer.observe(stage, { childList: true, subtree: true });
      await nextFrame();
      expect(buttonOf(marker)).to.equal(button);
      observer.disconnect();
      expect(seen, 'nobody but the page has moved anything').to.eql([]);
    });

    it('out of the page and back, with the container of both', async () => {
      const marker = await put(`<p>${KOMMO}</p>`);
      const button = buttonOf(marker);
      const container = stage.firstElementChild!;
      container.remove();
      await nextFrame();
      expect(button.parentElement).to.equal(container);
      stage.append(container);
      await nextFrame();
      expect(buttonOf(marker)).to.equal(button);
    });

    it('when it goes, and when it comes back', async () => {
      const marker = await put(KOMMO);
      const button = buttonOf(marker);
      marker.remove();
      await nextFrame();
      expect(buttons()).to.eql([]);
      stage.prepend(marker);
      await nextFrame();
      expect(buttonOf(marker)).to.equal(button);
    });

    it('when it stops being one', async () => {
      const marker = await put(KOMMO);
      marker.className = '';
      await nextFrame();
      expect(buttons()).to.eql([]);
    });

    it('when another one takes its place', async () => {
      const marker = await put(KOMMO);
      const copy = marker.cloneNode() as HTMLElement;
      copy.dataset.state = 'copy';
      marker.replaceWith(copy);
      await nextFrame();
      expect(queryOf(buttonOf(copy)).state).to.equal('copy');
    });

    it('when another one gets in between', async () => {
      const marker = await put(KOMMO);
      const button = buttonOf(marker);
      const other = document.createElement('script');
      Object.assign(other, { className: 'amocrm_oauth' }).dataset.clientId = 'forum';
      marker.before(other);
      await nextFrame();
      const drawn = other.previousElementSibling as CrmOAuthButton;
      expect(buttons()).to.eql([button, drawn]);
      expect(queryOf(drawn).client_id).to.equal('forum');
      expect(queryOf(button).client_id).to.equal('shop');
    });

    it('not at all, where the page has removed the button', async () => {
      const marker = await put(KOMMO);
      buttonOf(marker).remove();
      marker.dataset.title = 'Connect';
      await nextFrame();
      expect(buttons()).to.eql([]);
    });
  });

  describe('in a clone of a part of the page', () => {
    it('draws its own button in the place of the one that is there', async () => {
      const marker = await put(`<section>${KOMMO}</section>`);
      Object.assign(buttonOf(marker), { id: 'connect', authorized: true }).toggleAttribute(
        'authorized',
        true,
      );
      const snapshot = stage.firstElementChild!.cloneNode(true) as HTMLElement;
      stage.replaceChildren();
      await nextFrame();
      stage.append(snapshot);
      await nextFrame();
      const copy = snapshot.querySelector('script')!;
      copy.dataset.state = 'restored';
      expect(queryOf(buttonOf(copy)).state).to.equal('restored');
      copy.remove();
      await nextFrame();
      expect(buttons()).to.eql([]);
    });

    it('does so in a snapshot kept as text, too', async () => {
      await put(`<section>${AMOCRM}</section>`);
      const snapshot = stage.innerHTML;
      stage.innerHTML = snapshot;
      await nextFrame();
      const button = buttonOf(stage.querySelector('.amocrm_oauth')!);
      expect(inside(button).textContent).to.include('amoCRM');
      expect(queryOf(button).client_id).to.equal('forum');
    });

    it('draws one each for the original and its copy', async () => {
      await put(`<section>${KOMMO}</section>`);
      stage.append(stage.firstElementChild!.cloneNode(true));
      await nextFrame();
      expect(
        stage.querySelectorAll('section > crm-oauth-button:first-child + script:last-child'),
      ).to.have.length(2);
    });
  });

  describe('next to a button that is not its own', () => {
    /** Buttons as they may stand before a marker: each differs from the marker's in what a marker says. */
    const strangers = {
      'of another integration': '<crm-oauth-button data-client_id="b" data-client-id="b"></crm-oauth-button>',
      'that merely looks like one': '<crm-oauth-button data-client_id="shop"></crm-oauth-button>',
      'with a server of its own':
        '<crm-oauth-button data-client_id="shop" data-client-id="shop" data-state="first" data-server="https://evil.example"></crm-oauth-button>',
    };
    for (const [which, html] of Object.entries(strangers)) {
      it(`leaves one ${which} as it is, and draws another`, async () => {
        const marker = await put(html + KOMMO);
        const [stranger, button, ...others] = buttons();
        expect(others).to.eql([]);
        expect(marker.previousElementSibling).to.equal(button);
        expect(stranger!.outerHTML).to.equal(html);
        marker.dataset.state = 'second';
        await nextFrame();
        expect(stranger!.outerHTML).to.equal(html);
        expect(queryOf(button!).state).to.equal('second');
        marker.remove();
        await nextFrame();
        expect(buttons()).to.eql([stranger]);
      });
    }

    it('leaves that of another marker, however alike', async () => {
      const marker = await put(KOMMO);
      const button = buttonOf(marker);
      const copy = marker.cloneNode() as HTMLElement;
      marker.before(copy);
      await nextFrame();
      expect(button.isConnected).to.be.true;
      expect(buttons().indexOf(copy.previousElementSibling as CrmOAuthButton)).to.equal(1);
    });

    it('takes over none that is set as its own would be', async () => {
      const html =
        '<crm-oauth-button data-client_id="shop" data-client-id="shop" data-state="first" server="https://evil.example">Free money</crm-oauth-button>';
      const button = buttonOf(await put(html + KOMMO));
      expect(button.server).to.equal('');
      expect(button.textContent).to.equal('');
    });
  });

  describe('looks', () => {
    const marker = (data: string, brand = 'kommo'): string =>
      `<div class="${brand}_oauth" data-client-id="a" ${data}></div>`;
    const surfaces: Record<string, string> = {
      [marker('')]: 'rgb(14, 1, 66)',
      [marker('data-theme="dark"')]: 'rgb(255, 255, 255)',
      [marker('data-color="orange"')]: 'rgb(188, 81, 0)',
      [marker('data-color="orange" data-theme="" data-locale=""')]: 'rgb(188, 81, 0)',
      [marker('data-color="orange" data-theme="light"')]: 'rgb(14, 1, 66)',
      [marker('data-color="orange" data-locale="en"')]: 'rgb(14, 1, 66)',
      [marker('data-color=""')]: 'rgb(14, 1, 66)',
      [marker('', 'amocrm')]: 'rgb(0, 111, 159)',
      [marker('data-color="orange" data-theme="light"', 'amocrm')]: 'rgb(188, 81, 0)',
    };
    for (const [html, color] of Object.entries(surfaces)) {
      it(`${html} is ${color}`, async () => {
        expect(surface(buttonOf(await put(html)))).to.equal(color);
        expect(warnings).to.eql([]);
      });
    }

    it('has the default for a colour that there is not, and says so once', async () => {
      for (const brand of ['kommo', 'amocrm']) {
        const button = buttonOf(await put(marker('data-color="white"', brand)));
        expect(surface(button), brand).to.equal('rgb(0, 111, 159)');
        stage.replaceChildren();
        await nextFrame();
      }
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include('color').and.include('white');
    });

    it('is the older one until there is a theme', async () => {
      const element = await put(marker('data-color="red"'));
      const button = buttonOf(element);
      element.dataset.theme = 'dark';
      await nextFrame();
      expect(surface(button)).to.equal('rgb(255, 255, 255)');
      delete element.dataset.theme;
      await nextFrame();
      expect(surface(button)).to.equal('rgb(159, 0, 0)');
    });

    it('is what the page’s own style sheet says of the class', async () => {
      await put(`<style>
          .mine { display: block; float: right; width: 300px; margin: 10px 20px; }
          .hidden { display: none; }
        </style>
        <section style="width: 500px">${marker('data-class-name="mine"')}</section>`);
      const element = stage.querySelector<HTMLElement>('.kommo_oauth')!;
      const button = buttonOf(element);
      const box = inside(button).getBoundingClientRect();
      const around = stage.querySelector('section')!.getBoundingClientRect();
      expect(box.width).to.equal(300);
      expect(around.right - box.right).to.equal(20);
      expect(box.top - around.top).to.equal(10);
      element.dataset.className = 'hidden';
      await nextFrame();
      expect(inside(button).getClientRects()).to.have.length(0);
    });
  });

  it('writes what the provider refused to the marker, and nothing else', async () => {
    const marker = await put(KOMMO);
    const fail = (code: string, kind: 'provider' | 'client'): boolean =>
      buttonOf(marker).dispatchEvent(new CrmOAuthErrorEvent(new AuthorizationError(code, { kind })));
    fail('popup_closed', 'client');
    expect(marker.dataset.error).to.equal(undefined);
    fail('access_denied', 'provider');
    expect(marker.dataset.error).to.equal('access_denied');
  });
});
