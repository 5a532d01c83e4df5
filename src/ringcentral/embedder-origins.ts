import { sayOnce } from '../button/console.js';
import { parseWebUrl } from '../providers/url.js';
import { invalidConfiguration } from './invalid-configuration.js';

/**
 * Which of the allowed origins the page around this one may have: exactly one in the browsers that tell, otherwise all.
 *
 * @throws AuthorizationError `invalid_configuration` where an origin is none (`*`, for one), or there is none at all
 */
export function embedderOrigins(allowedOrigins: readonly string[]): readonly string[] {
  const wrong = allowedOrigins.length
    ? allowedOrigins.find((text) => parseWebUrl(text)?.origin !== text)
    : '(nothing)';
  if (wrong !== undefined) {
    throw invalidConfiguration(
      `allowedOrigins must name exact origins, such as "https://shop.example", not "${wrong}".`,
    );
  }
  // Absent in older versions of Firefox, and `null` where that page keeps it to itself.
  const [embedder] = (location as { readonly ancestorOrigins?: Iterable<string> }).ancestorOrigins ?? [];
  if (!embedder || embedder === 'null') return allowedOrigins;
  if (allowedOrigins.includes(embedder)) return [embedder];
  sayOnce('warn', `allowedOrigins does not name ${embedder}, the page around this widget.`);
  return [];
}
