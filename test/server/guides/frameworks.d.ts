/** What the guides use of frameworks and platforms whose own types are not installed here. */

declare namespace App {
  interface Locals {
    user?: { id: string };
  }
}

declare module '@sveltejs/kit' {
  /** @see https://svelte.dev/docs/kit/@sveltejs-kit#RequestHandler */
  export type RequestHandler = (event: {
    request: Request;
    locals: App.Locals;
  }) => Response | Promise<Response>;
}

declare module 'astro' {
  /** @see https://docs.astro.build/en/reference/api-reference/ */
  export type APIRoute = (context: { request: Request; locals: App.Locals }) => Response | Promise<Response>;
}

declare module 'bun:sqlite' {
  /** @see https://bun.sh/docs/api/sqlite */
  export class Database {
    constructor(file: string);
    exec(sql: string): unknown;
    prepare(sql: string): { all(...values: (string | number | null)[]): unknown[] };
    close(): void;
  }
}

declare namespace Bun {
  const env: Readonly<Record<string, string | undefined>>;
  /** @see https://bun.sh/docs/api/http */
  function serve(options: {
    routes: Readonly<Record<string, (request: Request) => Response | Promise<Response>>>;
    fetch: (request: Request) => Response | Promise<Response>;
  }): unknown;
}

declare namespace Deno {
  const env: { toObject(): Readonly<Record<string, string | undefined>> };
  /** @see https://docs.deno.com/api/deno/~/Deno.serve */
  function serve(handler: (request: Request) => Response | Promise<Response>): unknown;
}

/** As `wrangler types` writes it. */
interface Env {
  CRM: { getByName(name: string): { fetch(request: Request): Promise<Response> } };
  CRM_ID: string;
  CRM_SECRET: string;
  CRM_REDIRECT_URI: string;
  CRM_KEY: string;
  CRM_SERVER?: string;
}

declare module 'cloudflare:workers' {
  /** @see https://developers.cloudflare.com/durable-objects/api/base/ */
  export abstract class DurableObject<Bindings> {
    constructor(ctx: unknown, env: Bindings);
    protected readonly env: Bindings;
    protected readonly ctx: {
      storage: {
        sql: { exec(sql: string, ...values: (string | number | null)[]): { toArray(): unknown[] } };
      };
    };
    fetch?(request: Request): Response | Promise<Response>;
  }
}
