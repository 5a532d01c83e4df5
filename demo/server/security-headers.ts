import { createMiddleware } from 'hono/factory';

/** Strict: the button needs no inline script, no inline style, no frame and no foreign origin. The studio needs some. */
export function securityHeaders(sandbox: string) {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // The studio's control of the sandbox; the button itself connects to nothing.
    `connect-src 'self' ${sandbox}`,
    // The stories, and RingCentral's widget in one of them.
    `frame-src 'self' ${sandbox}`,
    // Logos that somebody enters in a control.
    "img-src 'self' data: https:",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');

  return createMiddleware(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    // The address of a redirect URI holds a code: nobody else gets to see it.
    c.header('Referrer-Policy', 'same-origin');
    if (c.res.headers.has('cache-control')) return;
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html');
    c.header('Cache-Control', isPage ? 'no-store' : 'no-cache');
  });
}
