import { readBehaviour } from '../../shared/sandbox-behaviour.js';
import { HARBOR_SHOP } from '../../stories/harbor-shop.js';

/** The visitor's decision: the account's host, or `undefined` for a refusal. */
type Decision = string | undefined;

/** How the answer gets back: as a message to the opener, or by going on to the redirect URI. */
interface Answer {
  readonly message: Readonly<Record<string, unknown>> | undefined;
  readonly redirect: string;
}

const query = new URLSearchParams(location.search);
const site = new URL(document.documentElement.dataset.site ?? '', location.href).href;
const form = document.querySelector('form');
const hosts = [...document.querySelectorAll('.account .text span')].map(({ textContent }) => textContent);

describe();
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const isAllowed = (event.submitter as HTMLButtonElement | null)?.value === 'allow';
  const chosen = [...form.querySelectorAll('input')].findIndex(({ checked }) => checked);
  decide(isAllowed ? hosts[chosen] : undefined);
});
form?.removeAttribute('inert');
const behaviour = readBehaviour();
if (behaviour.answer === 'allow' || behaviour.answer === 'deny') {
  setTimeout(decide, behaviour.delay ?? 0, behaviour.answer === 'allow' ? hosts[0] : undefined);
}

function decide(decision: Decision): void {
  const { message, redirect } = answer(query, site, decision);
  // A page that goes here as a whole names no origin, and whoever has opened that page is not concerned.
  const opener = query.has('origin') ? (window.opener as Window | null) : null;
  if (message && opener) {
    opener.postMessage(message, location.origin);
    window.close();
  } else {
    location.assign(redirect);
  }
}

/** In the metadata flow the request says who asks. */
function describe(): void {
  const name = query.get('name');
  const title = document.querySelector('h1');
  if (!name || !title) return;
  title.textContent = title.textContent.replace(HARBOR_SHOP.name, name);
  const description = document.querySelector('.description');
  if (description) description.textContent = query.get('description');
}

/**
 * Answers a request as a CRM does. Like a CRM, it goes to registered redirect URIs only: here to those of the studio's own origin.
 *
 * @param query - of the authorization request
 * @param site - URL of the studio's folder, with a slash at its end
 * @throws TypeError where the redirect URI belongs to another origin
 */
function answer(query: URLSearchParams, site: string, decision: Decision): Answer {
  const clientId = query.get('client_id') ?? 'made-up-integration';
  const redirect = new URL(
    query.get('redirect_uri') ?? (query.get('mode') === 'popup' ? 'callback.html' : 'redirect.html'),
    site,
  );
  if (redirect.origin !== new URL(site).origin) throw new TypeError(`${redirect.href} is not registered.`);
  const state = query.get('state') ?? '';
  const response = decision
    ? { code: crypto.randomUUID(), state, referer: decision, client_id: clientId }
    : { error: 'access_denied', state, client_id: clientId };
  for (const [name, value] of Object.entries(response)) redirect.searchParams.set(name, value);
  const message = decision ? { url: redirect.href } : { client_id: clientId, error: 'access_denied' };
  // OAuth 2.0 servers know nothing of openers, and in `post_message` mode the redirect page reports.
  const isRedirect = !query.has('mode') || (decision && query.get('mode') === 'post_message');
  return { message: isRedirect ? undefined : message, redirect: redirect.href };
}
