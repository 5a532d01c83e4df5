import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { CrmOAuthButton } from '../../src/element.js';
import { behave, sandboxUrl } from '../helpers/sandbox.js';

type Success = HTMLElementEventMap['crm-oauth-success'];

/** A page of the server's own, under the strictest policy there is. */
async function visit(attributes: Record<string, string>): Promise<Window & { violations?: string[] }> {
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.src = `/strict-page?${new URLSearchParams(attributes).toString()}`;
  await new Promise((resolve) => (frame.onload = resolve));
  return frame.contentWindow!;
}

describe('a page that the server has rendered, under the strictest policy', () => {
  afterEach(async () => {
    document.querySelector('iframe')?.remove();
    await behave({});
  });

  it('draws the button, takes it over, opens the window and hears that the visitor allowed', async () => {
    await behave({ answer: 'allow' });
    const page = await visit({ 'client-id': 'shop', server: sandboxUrl });
    const element = page.document.querySelector<CrmOAuthButton>('crm-oauth-button')!;
    const button = element.shadowRoot!.querySelector('button')!;
    await waitUntil(() => element.matches(':defined'));
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('button')).to.equal(button);
    expect(page.getComputedStyle(button).backgroundColor).to.equal('rgb(14, 1, 66)');
    expect(page.getComputedStyle(button.querySelector('.mark')!).clipPath).to.match(/^path\(/);

    const success = new Promise<Success>((resolve) =>
      element.addEventListener('crm-oauth-success', (event) => {
        event.preventDefault();
        resolve(event);
      }),
    );
    const outer = page.frameElement!.getBoundingClientRect();
    const inner = button.getBoundingClientRect();
    const position: [number, number] = [
      Math.round(outer.x + inner.x + inner.width / 2),
      Math.round(outer.y + inner.y + inner.height / 2),
    ];
    await sendMouse({ type: 'click', position });
    const { response } = await success;
    expect(response.code).to.match(/.{16}/);
    expect(response.referer).to.equal('acme.kommo.com');
    expect(element.status).to.equal('authorized');
    expect(page.violations).to.deep.equal([]);
  });
});
