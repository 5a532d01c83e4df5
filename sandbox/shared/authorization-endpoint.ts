import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Brand } from '../pages/page.js';
import { preferredLocale, type Locale } from '../pages/captions.js';
import { consentPage, type ConsentContent } from '../pages/consent-page.js';
import { errorPage } from '../pages/outcome-pages.js';
import { waitingPage } from '../pages/outcome-pages.js';
import { ConsentError, FORGED, INCOMPLETE } from './requests.js';
import { queryOf, sentPath, type Env } from './requests.js';
import type { Runtime } from './runtime.js';

/** A brand with the addresses at which the sandbox serves it. */
export interface ServedBrand extends Brand {
  /** Where the sandbox serves this brand; the vendor serves each at the root of its own site. */
  readonly prefix: string;
  /** Paths of the consent page below `prefix`, each in its language, or in one that the parameter `ui_locales` names. */
  readonly consentPaths: Readonly<Record<string, Locale | 'ui_locales'>>;
}

/** The parts of an authorization endpoint in which one protocol differs from another. */
export interface AuthorizationFlow<Request, Account extends { id: number }> {
  /** Who can answer; the first one does when nobody is asked. */
  readonly accounts: readonly Account[];
  /** @throws {ConsentError} for a request that must not be answered by a redirect. */
  parse(query: URLSearchParams): Request;
  /** Answers a request that is refused before anybody is asked. Default: none is. */
  refuse?(c: Context<Env>, request: Request): Response | undefined;
  content(request: Request): ConsentContent;
  /** @param account the account that was chosen, or `undefined` for a refusal. */
  respond(
    c: Context<Env>,
    request: Request,
    account: Account | undefined,
    locale: Locale,
  ): Response | Promise<Response>;
}

/**
 * Where the browser goes: the consent page in each of the brand's languages, and its form, which the browser sends to the
 * page's own URL.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export function authorizationEndpoint<Request, Account extends { id: number }>(
  brand: ServedBrand,
  flow: AuthorizationFlow<Request, Account>,
  runtime: Runtime,
): Hono<Env> {
  const app = new Hono<Env>();
  const { accounts } = flow;

  app.onError((error, c) => {
    // Hono itself refuses nothing but a form of another origin.
    const shown = error instanceof HTTPException ? new ConsentError([FORGED], 403) : error;
    if (!(shown instanceof ConsentError)) throw shown;
    return c.html(errorPage(shown, brand, queryOf(c)), shown.status);
  });

  for (const [path, language] of Object.entries(brand.consentPaths)) {
    const localeOf = (query: URLSearchParams) =>
      language === 'ui_locales' ? preferredLocale(query.get('ui_locales') ?? '') : language;

    app.use(path, applyBehaviour(runtime));

    app.get(path, (c) => {
      const query = queryOf(c);
      runtime.record('authorization', sentPath(c), query);
      const request = flow.parse(query);
      const refusal = flow.refuse?.(c, request);
      if (refusal) return refusal;
      const locale = localeOf(query);
      const { answer } = runtime.behaviour;
      if (answer === 'ask') return c.html(consentPage(flow.content(request), brand, locale));
      if (answer === 'hang') return c.html(waitingPage(brand, locale));
      return flow.respond(c, request, answer === 'allow' ? accounts[0] : undefined, locale);
    });

    app.post(path, csrf(), async (c) => {
      const query = queryOf(c);
      const request = flow.parse(query);
      const { account: chosen, answer } = await c.req.parseBody();
      const account = accounts.find(({ id }) => String(id) === chosen);
      if (answer === 'deny') return flow.respond(c, request, undefined, localeOf(query));
      if (answer === 'allow' && account) return flow.respond(c, request, account, localeOf(query));
      throw new ConsentError([INCOMPLETE]);
    });
  }
  return app;
}

/** The part of the behaviour that every page of an authorization endpoint shares: `coop`, `delay` and `origin`. */
function applyBehaviour(runtime: Runtime): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { coop, delay, origin } = runtime.behaviour;
    if (coop) c.header('Cross-Origin-Opener-Policy', coop);
    if (delay > 0) await sleep(delay, undefined, { ref: false });
    const url = new URL(c.req.url);
    if (origin === 'same' || url.hostname !== 'localhost') return next();
    url.hostname = '127.0.0.1';
    return c.redirect(url.href);
  };
}

/** The `state` of the authorization response, as the behaviour has it. */
export function returnedState(state: string | undefined, { behaviour }: Runtime): string | undefined {
  if (behaviour.state === 'missing') return undefined;
  return behaviour.state === 'wrong' ? `not-${state ?? ''}` : state;
}

/** Appends a response to the query of a redirect URI; a parameter that is `undefined` stays out. */
export function withQuery(redirectUri: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value);
  // The registered URI has to arrive as it was written: parsing it with URL would normalize it.
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query.toString()}`;
}
