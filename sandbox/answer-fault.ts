import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Look } from './brand.js';
import { ConsentError } from './consent-error.js';
import { FORGED } from './consent-faults.js';
import { errorPage } from './pages/error-page.js';

/**
 * Makes an authorization endpoint's error handler: a page that names every fault. What Hono refuses by itself is a form of
 * another origin; anything else is a defect, and thrown on.
 */
export function answerFault(brand: Look): (error: Error, c: Context) => Response | Promise<Response> {
  return (error, c) => {
    const shown = error instanceof HTTPException ? new ConsentError([FORGED], 403) : error;
    if (!(shown instanceof ConsentError)) throw shown;
    return c.html(errorPage(shown, brand, new URL(c.req.url).searchParams), shown.status);
  };
}
