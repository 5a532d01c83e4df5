import { expect, fixture, html } from '@open-wc/testing';
import { currentScript, ofDocument } from '../../src/consent/platform.js';

/** Runs as a classic script of the page, and gives what it says. */
function runScript(code: string): { script: HTMLScriptElement; said: unknown } {
  const script = document.createElement('script');
  const page = window as unknown as Record<string, unknown>;
  script.textContent = `window.said = window.ask(${code})`;
  document.body.append(script);
  script.remove();
  return { script, said: page.said };
}

describe('the document, past the page’s markup', () => {
  const page = window as unknown as Record<string, unknown>;
  afterEach(() => {
    delete page.ask;
    delete page.said;
  });

  it('has its own properties, whatever an image or a form is called', async () => {
    const root = await fixture(
      html`<div>
        <img name="URL" alt="" />
        <form name="title"></form>
      </div>`,
    );
    expect(document.URL, 'the page is in the way').to.equal(root.firstElementChild);
    expect(ofDocument('URL')).to.equal(location.href);
    expect(ofDocument('title')).to.be.a('string');
  });

  it('knows the script that runs', async () => {
    expect(currentScript()).to.equal(undefined);
    await fixture(html`<img name="currentScript" alt="" />`);
    expect(currentScript(), 'an image is no script').to.equal(undefined);
    page.ask = currentScript;
    const { script, said } = runScript('');
    expect(said).to.equal(script);
  });

  it('takes no script of a drawing for one of the page’s', () => {
    page.ask = currentScript;
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script');
    script.textContent = 'window.said = [document.currentScript, window.ask()]';
    svg.append(script);
    document.body.append(svg);
    svg.remove();
    expect(page.said).to.eql([script, undefined]);
  });
});
