import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { CrmOAuthButton } from '../../src/element.js';
import { behave, sandboxUrl } from '../helpers/sandbox.js';
import { until } from '../helpers/until.js';

type Success = HTMLElementEventMap['crm-oauth-success'];

/** A page of the server's own, under the strictest policy there is. */
async function visit(
  attributes: Record<string, string>,
): Promise<Window & { violations?: string[]; rendered?: Element }> {
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

  for (const [how, query] of [
    ['draws the button anew', {}],
    ['takes the button over with hydration support', { hydrate: 'yes' }],
  ] as const) {
    it(`${how}, opens the window and hears that the visitor allowed`, async () => {
      await behave({ answer: 'allow' });
      const page = await visit({ 'client-id': 'shop', server: sandboxUrl, ...query });
      const element = page.document.querySelector<CrmOAuthButton>('crm-oauth-button')!;
      await until(() => element.matches(':defined'));
      await element.updateComplete;
      const buttons = element.shadowRoot!.querySelectorAll('button');
      const [button] = buttons;
      expect(buttons).to.have.length(1);
      expect(button === page.rendered).to.equal('hydrate' in query);
      expect(page.getComputedStyle(button!).backgroundColor).to.equal('rgb(14, 1, 66)');
      expect(page.getComputedStyle(button!.querySelector('.mark')!).clipPath).to.match(/^path\(/);

      const success = new Promise<Success>((resolve) =>
        element.addEventListener('crm-oauth-success', (event) => {
          event.preventDefault();
          resolve(event);
        }),
      );
      const outer = page.frameElement!.getBoundingClientRect();
      const inner = button!.getBoundingClientRect();
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
  }
});
