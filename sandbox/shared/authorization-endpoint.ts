import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseWebUrl } from '../../src/providers/url.js';
import { preferredLocale, type Locale } from '../pages/consent-captions.js';
import { consentPage, type ConsentContent } from '../pages/consent-page.js';
import { errorPage, waitingPage } from '../pages/outcome-pages.js';
import type { Brand } from '../pages/page.js';
import { ConsentError, FORGED, INCOMPLETE, queryOf, sentPath, type Env } from './requests.js';
import type { Runtime } from './runtime.js';

/** A brand, and where the sandbox serves it. */
export interface ServedBrand extends Brand {
  /**
   * Path before all of the brand's endpoints: the vendor serves them at the root of its own site. It is the brand's `id`, or empty,
   * and then they are below the `id` as well.
   */
  readonly prefix: string;
  /** Paths of the consent page below `prefix`. Each has one language, or takes it from the parameter `ui_locales`. */
  readonly consentPaths: Readonly<Record<string, Locale | 'ui_locales'>>;
}

/** The steps of an authorization request that differ from protocol to protocol. */
export interface AuthorizationFlow<Request, Account extends { id: number | string }> {
  /** The accounts that the person can choose from, at the time of the request. The behaviour `allow` takes the first. */
  readonly accounts: readonly Account[];
  /**
   * @param page origin of the page that asks, where the browser tells it
   * @throws {ConsentError} for a request that no redirect may answer.
   */
  parse(query: URLSearchParams, page?: string): Request;
  /** Answers a request that is refused before the person sees it. Default: refuses none. */
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
 * Makes a brand's authorization endpoint: the consent page at each of its paths, and the form, which comes back to the
 * page's own URL.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.1
 */
export function authorizationEndpoint<Request, Account extends { id: number | string }>(
  brand: ServedBrand,
  flow: AuthorizationFlow<Request, Account>,
  runtime: Runtime,
): Hono<Env> {
  const app = new Hono<Env>();

  app.onError((error, c) => {
    // The one HTTPException comes from csrf(): a form of another origin.
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
      const request = flow.parse(query, askingOrigin(c));
      const refusal = flow.refuse?.(c, request);
      if (refusal) return refusal;
      const locale = localeOf(query);
      const { answer } = runtime.behaviour;
      if (answer === 'ask') return c.html(consentPage(flow.content(request), brand, locale));
      if (answer === 'hang') return c.html(waitingPage(brand, locale));
      return flow.respond(c, request, answer === 'allow' ? flow.accounts[0] : undefined, locale);
    });

    app.post(path, csrf(), async (c) => {
      const query = queryOf(c);
      const request = flow.parse(query);
      const { account: chosen, answer } = await c.req.parseBody();
      const account = flow.accounts.find(({ id }) => String(id) === chosen);
      if (answer === 'deny') return flow.respond(c, request, undefined, localeOf(query));
      if (answer === 'allow' && account) return flow.respond(c, request, account, localeOf(query));
      throw new ConsentError([INCOMPLETE]);
    });
  }
  return app;
}

/** Origin of the page that leads here. Links on the sandbox's own pages do not count. */
function askingOrigin(c: Context<Env>): string | undefined {
  const page = parseWebUrl(c.req.header('referer') ?? '')?.origin;
  return page === new URL(c.req.url).origin ? undefined : page;
}

/** Applies the behaviours that every page of the endpoint shares: `coop`, `delay` and `origin`. */
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

/** Gives the `state` of the authorization response: the one received, unless the behaviour says otherwise. */
export function returnedState(state: string | undefined, { behaviour }: Runtime): string | undefined {
  if (behaviour.state === 'missing') return undefined;
  return behaviour.state === 'wrong' ? `not-${state ?? ''}` : state;
}

/** Appends a response to the query of a redirect URI; a parameter that is `undefined` stays out. */
export function withQuery(redirectUri: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, value);
  // Parsing it with URL would normalize it, and the registered URI must arrive as it was written.
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query.toString()}`;
}
