import { expect, nextFrame } from '@open-wc/testing';
import type { CrmOAuthButton } from '../../src/button/crm-oauth-button.js';
import { define } from '../../src/button/define.js';
import { followMarkers } from '../../src/drop-in/markers.js';
import { recordConsole } from '../helpers/console.js';

/** The clients whose buttons open the body, in order. */
const opening = (): string[] => {
  const children = [...document.body.children];
  const end = children.findIndex(({ localName }) => localName !== 'crm-oauth-button');
  return children.slice(0, end).map((button) => button.getAttribute('data-client_id') ?? 'none');
};
const buttons = (): CrmOAuthButton[] => [...document.querySelectorAll('crm-oauth-button')];

describe('a marker in the head', () => {
  const warnings = recordConsole('warn');
  const errors = recordConsole('error');
  const { head, body } = document;
  const stage = document.createElement('main');
  const markers: HTMLElement[] = [];

  const marker = (clientId: string): HTMLElement => {
    const script = document.createElement('script');
    script.className = 'kommo_oauth';
    script.dataset.clientId = clientId;
    markers.push(script);
    return script;
  };
  /** Puts markers in the head, and waits until their buttons are drawn. */
  const put = async (...clientIds: string[]): Promise<HTMLElement[]> => {
    const added = clientIds.map(marker);
    head.append(...added);
    await nextFrame();
    return added;
  };

  before(() => {
    body.prepend(stage);
    define();
    followMarkers();
  });
  afterEach(async () => {
    for (const script of markers.splice(0)) script.remove();
    await nextFrame();
    expect(buttons()).to.eql([]);
  });
  after(() => stage.remove());

  it('has its button at the top of the body, which the console says once, with the remedy', async () => {
    await put('a');
    await put('b');
    expect(opening()).to.eql(['a', 'b']);
    expect(buttons()[0]!.offsetHeight).to.equal(42);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('<head>').and.include('put the tag where the button belongs');
  });

  it('keeps the order of the markers, however they come and move', async () => {
    const [b, d] = await put('b', 'd');
    d!.before(marker('c'));
    b!.before(marker('a'));
    await nextFrame();
    expect(opening()).to.eql(['a', 'b', 'c', 'd']);
    head.append(b!);
    await nextFrame();
    expect(opening()).to.eql(['a', 'c', 'd', 'b']);
  });

  it('keeps its button through the body and back', async () => {
    const [script] = await put('a');
    const [button] = buttons();
    stage.append(script!);
    await nextFrame();
    expect(buttons()).to.eql([button]);
    expect(script!.previousElementSibling).to.equal(button);
    head.append(script!);
    await nextFrame();
    expect(buttons()).to.eql([button]);
    expect(opening()).to.eql(['a']);
  });

  it('is followed as any other', async () => {
    const [script] = await put('a');
    const [button] = buttons();
    script!.dataset.title = 'Connect';
    await nextFrame();
    expect(button!.shadowRoot!.querySelector('button')!.innerText).to.include('Connect');
    script!.className = '';
    await nextFrame();
    expect(buttons()).to.eql([]);
    script!.className = 'kommo_oauth';
    script!.remove();
    head.append(script!);
    await nextFrame();
    expect(buttons()).to.eql([button]);
  });

  it('is not moved by what the page puts before its button', async () => {
    const [script] = await put('a');
    body.prepend(stage);
    script!.dataset.title = 'Connect';
    await nextFrame();
    expect(stage.nextElementSibling).to.equal(buttons()[0]);
    await put('b');
    expect(buttons().map(({ clientId }) => clientId)).to.eql(['a', 'b']);
  });

  it('leaves a button that is not its own', async () => {
    const stranger = document.createElement('crm-oauth-button');
    stranger.setAttribute('client-id', 'stranger');
    body.prepend(stranger);
    await put('a');
    expect(opening()).to.eql(['a', 'none']);
    stranger.remove();
  });

  it('waits for a body, and has its button in the next one', async () => {
    body.remove();
    await put('a', 'b');
    expect(buttons()).to.eql([]);
    document.documentElement.append(body);
    await nextFrame();
    const drawn = buttons();
    expect(opening()).to.eql(['a', 'b']);
    const other = document.createElement('body');
    body.replaceWith(other);
    await nextFrame();
    expect([...other.children]).to.eql(drawn);
    other.replaceWith(body);
    await nextFrame();
    expect(opening()).to.eql(['a', 'b']);
    expect(buttons()).to.eql(drawn);
  });

  it('replaces the copy in a body that is put back from a snapshot', async () => {
    await put('a', 'b');
    const drawn = buttons();
    const snapshot = body.cloneNode(true) as HTMLElement;
    body.replaceWith(snapshot);
    await nextFrame();
    expect(opening()).to.eql(['a', 'b']);
    expect(buttons()).to.eql(drawn);
    snapshot.replaceWith(body);
    await nextFrame();
    expect(buttons()).to.eql(drawn);
  });

  it('has no button in a frameset, where nothing is drawn either', async () => {
    const frameset = document.createElementNS('http://www.w3.org/1999/xhtml', 'frameset');
    body.replaceWith(frameset);
    await put('a');
    expect(buttons()).to.eql([]);
    frameset.replaceWith(body);
    await nextFrame();
    expect(opening()).to.eql(['a']);
  });

  it('is told what it lacks, as anywhere', async () => {
    await put('');
    expect(buttons()).to.eql([]);
    expect(errors).to.have.length(1);
  });
});
