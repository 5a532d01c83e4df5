// @ts-check
/** A visitor's two requests to a site, and the one to the CRM between them. */

/** @typedef {import('./rivals/site.js').Site} Site */

/**
 * Begins.
 *
 * @param {Site} site
 * @param {number} visitor
 */
export async function begin(site, visitor) {
  const request = site.begin(visitor);
  const headers = new Headers(request.headers);
  const response = await site.fetch(request);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  if (cookies.length) headers.set('cookie', cookies.join('; '));
  const url = await site.authorizationUrl(response);
  if (!url) throw new Error(`The site answered ${response.status} instead of where to go.`);
  return { headers, url };
}

/**
 * Has the CRM allow it, and gives the request with which the visitor comes back.
 *
 * @param {{ headers: Headers, url: string }} begun
 */
export async function allow({ headers, url }) {
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (!location) throw new Error(`The CRM answered ${response.status}: ${await response.text()}`);
  return new Request(location, { headers });
}

/**
 * Comes back.
 *
 * @param {Site} site
 * @param {Request} request
 */
export async function comeBack(site, request) {
  const response = await site.fetch(request);
  const location = response.headers.get('location') ?? '';
  if (response.status >= 400 || /error/i.test(location)) {
    throw new Error(`The callback answered ${response.status} ${location}`);
  }
  await response.arrayBuffer();
}
