import type { Brand } from './brand.js';

/** A refusal of the token endpoint or the API, in the vendor's shape. */
export class OAuthProblem extends Error {
  readonly status: 400 | 401;

  /** @param hint the vendor's words; integrations in the wild branch on them. */
  constructor(status: 400 | 401, hint: string) {
    super(hint);
    this.name = 'OAuthProblem';
    this.status = status;
  }

  /** @see https://www.rfc-editor.org/rfc/rfc7807 */
  toResponse(brand: Brand): Response {
    const texts =
      this.status === 401
        ? { title: 'Unauthorized', type: 'https://httpstatus.es/401', detail: this.message }
        : brand.problem;
    const body = {
      hint: this.message,
      title: texts.title,
      type: texts.type,
      status: this.status,
      detail: texts.detail,
    };
    return Response.json(body, {
      status: this.status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    });
  }
}
