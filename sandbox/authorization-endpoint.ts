import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import type { Account } from './account.js';
import { answerFault } from './answer-fault.js';
import { answerRequest } from './answer-request.js';
import { parseAuthorizationRequest, type AuthorizationRequest } from './authorization-request.js';
import type { Brand, Locale } from './brand.js';
import { consentBehaviour } from './consent-behaviour.js';
import { consentContent } from './consent-content.js';
import { ConsentError } from './consent-error.js';
import { INCOMPLETE } from './consent-faults.js';
import type { Env } from './env.js';
import { integrationFinder } from './integration-finder.js';
import { answerPage } from './pages/answer-page.js';
import { consentPage } from './pages/consent-page.js';
import { waitingPage } from './pages/waiting-page.js';
import type { Store } from './store.js';

/**
 * Where the browser goes: the consent page in each of the brand's languages, and the form, which it sends to its own
 * URL.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export function authorizationEndpoint(brand: Brand, store: Store): Hono<Env> {
  const app = new Hono<Env>();
  const find = integrationFinder(brand, store);
  const query = (c: Context<Env>) => new URL(c.req.url).searchParams;
  const parse = (c: Context<Env>) => parseAuthorizationRequest(query(c), find);

  /** @param account the account that was chosen, or `undefined` for a refusal. */
  const respond = async (
    c: Context<Env>,
    request: AuthorizationRequest,
    account: Account | undefined,
    locale: Locale,
  ) => {
    const response = await answerRequest(request, account, brand, store);
    if (account && request.mode === 'post_message') return c.redirect(response.redirect, 303);
    return c.html(answerPage(request, response, brand, locale));
  };

  app.onError(answerFault(brand));

  for (const [path, locale] of Object.entries(brand.consentPaths)) {
    app.use(path, consentBehaviour(store));

    app.get(path, (c) => {
      store.record('authorization', c.env.incoming.url ?? c.req.path, query(c));
      const request = parse(c);
      const { answer } = store.behaviour;
      if (answer === 'ask') {
        const content = consentContent(request, store.accounts, brand, locale);
        return c.html(consentPage(content, brand, locale));
      }
      if (answer === 'hang') return c.html(waitingPage(brand, locale));
      return respond(c, request, answer === 'allow' ? store.accounts[0] : undefined, locale);
    });

    app.post(path, csrf(), async (c) => {
      const request = parse(c);
      const { account: chosen, answer } = await c.req.parseBody();
      const account = store.accounts.find(({ id }) => String(id) === chosen);
      if (answer === 'deny') return respond(c, request, undefined, locale);
      if (answer === 'allow' && account) return respond(c, request, account, locale);
      throw new ConsentError([INCOMPLETE]);
    });
  }
  return app;
}
