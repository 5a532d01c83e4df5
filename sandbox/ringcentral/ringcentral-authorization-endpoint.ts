import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { answerFault } from '../answer-fault.js';
import type { Locale } from '../brand.js';
import { consentBehaviour } from '../consent-behaviour.js';
import { ConsentError } from '../consent-error.js';
import { INCOMPLETE } from '../consent-faults.js';
import type { Env } from '../env.js';
import { CAPTIONS } from '../pages/captions.js';
import { consentPage } from '../pages/consent-page.js';
import { PHONE_ICON } from '../pages/icons.js';
import { waitingPage } from '../pages/waiting-page.js';
import { returnedState } from '../returned-state.js';
import type { Store } from '../store.js';
import { withQuery } from '../with-query.js';
import { CODE_LIFETIME } from './ringcentral-grants.js';
import { parseRingCentralRequest, type RingCentralRequest } from './ringcentral-request.js';
import type { RingCentralUser } from './ringcentral-user.js';
import { RINGCENTRAL } from './ringcentral.js';

const PATH = '/restapi/oauth/authorize';

/**
 * RingCentral's authorization endpoint. The answer is always a redirect: it knows nothing of openers.
 *
 * @see https://developers.ringcentral.com/guide/authentication/auth-code-pkce-flow
 */
export function ringCentralAuthorizationEndpoint(store: Store): Hono<Env> {
  const { grants, users } = store.ringcentral;
  const app = new Hono<Env>();
  const query = (c: Context<Env>) => new URL(c.req.url).searchParams;
  const parse = (c: Context<Env>) => parseRingCentralRequest(query(c), store.ringcentral);

  const redirect = (
    c: Context<Env>,
    { redirectUri, state }: RingCentralRequest,
    answer: Record<string, string>,
    last: Record<string, string> = {},
  ) => {
    const params = { ...answer, state: returnedState(state, store), ...last, iss: returnedIssuer(c, store) };
    return c.redirect(withQuery(redirectUri, params), 302);
  };

  /** @param user who has signed in and allowed it, or `undefined` for a refusal. */
  const respond = (c: Context<Env>, request: RingCentralRequest, user: RingCentralUser | undefined) => {
    const { challenge, client, redirectUri } = request;
    store.log(`${client.name}: ${user ? `allowed for ${user.name}` : 'denied'}`);
    if (!user) {
      return redirect(c, request, {
        error: 'access_denied',
        error_description: 'The user has denied access',
      });
    }
    const code = grants.issueCode({ clientId: client.clientId, userId: user.id, redirectUri, challenge });
    return redirect(c, request, { code }, { expires_in: String(CODE_LIFETIME) });
  };

  app.onError(answerFault(RINGCENTRAL));

  app.use(PATH, consentBehaviour(store));

  app.get(PATH, (c) => {
    store.record('authorization', c.env.incoming.url ?? c.req.path, query(c));
    const request = parse(c);
    const { answer } = store.behaviour;
    if (request.fault) return redirect(c, request, request.fault);
    if (answer === 'hang') return c.html(waitingPage(RINGCENTRAL, localeOf(query(c))));
    if (answer !== 'ask') return respond(c, request, answer === 'allow' ? users[0] : undefined);
    return c.html(signInPage(request, users, localeOf(query(c))));
  });

  app.post(PATH, csrf(), async (c) => {
    const request = parse(c);
    const { account: chosen, answer } = await c.req.parseBody();
    const user = users.find(({ id }) => String(id) === chosen);
    if (answer === 'deny') return respond(c, request, undefined);
    if (answer === 'allow' && user) return respond(c, request, user);
    throw new ConsentError([INCOMPLETE]);
  });
  return app;
}

function signInPage({ client }: RingCentralRequest, users: readonly RingCentralUser[], locale: Locale) {
  const content = {
    client,
    permissions: [{ icon: PHONE_ICON, ...CAPTIONS[locale].phone }],
    accounts: users.map(({ id, name, mainNumber, extensionNumber }) => ({
      id,
      name,
      detail: `${mainNumber}*${extensionNumber}`,
    })),
  };
  return consentPage(content, RINGCENTRAL, locale);
}

/** The first language of `ui_locales`, separated by spaces, that there is. */
function localeOf(query: URLSearchParams): Locale {
  const wanted = (query.get('ui_locales') ?? '').split(' ').map((tag) => tag.slice(0, 2).toLowerCase());
  const found = wanted.find((language) => Object.hasOwn(CAPTIONS, language));
  return (found as Locale | undefined) ?? 'en';
}

/** @see https://www.rfc-editor.org/rfc/rfc9207 */
function returnedIssuer(c: Context<Env>, { behaviour }: Store): string | undefined {
  if (behaviour.iss === 'missing') return undefined;
  return behaviour.iss === 'wrong'
    ? 'https://issuer.example'
    : new URL(c.req.url).origin + RINGCENTRAL.prefix;
}
