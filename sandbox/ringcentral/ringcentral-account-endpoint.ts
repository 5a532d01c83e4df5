import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import type { Env } from '../env.js';
import type { Store } from '../store.js';
import { OAuthError } from './oauth-error.js';
import type { RingCentralUser } from './ringcentral-user.js';

/** The two calls of RingCentral's API with which the widget finds out who has logged in. */
export function ringCentralAccountEndpoint(store: Store): Hono<Env> {
  const { grants, users } = store.ringcentral;
  const app = new Hono<Env>();

  const userOf = (c: Context<Env>): RingCentralUser => {
    const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    const userId = grants.userIdOf(token);
    const user = users.find(({ id }) => id === userId);
    if (!user) throw new OAuthError('invalid_token', 'Access token is invalid');
    return user;
  };

  app.use('/restapi/v1.0/*', cors({ origin: '*', allowMethods: ['GET'] }));

  app.onError((error, c) => {
    if (!(error instanceof OAuthError)) throw error;
    return c.json(error.toJSON(), error.status);
  });

  app.get('/restapi/v1.0/account/~', (c) =>
    c.json({
      mainNumber: userOf(c).mainNumber,
      serviceInfo: { contractedCountry: { isoCode: 'US' } },
    }),
  );

  app.get('/restapi/v1.0/account/~/extension/~', (c) => {
    const { extensionNumber, id, name } = userOf(c);
    return c.json({ id, extensionNumber, name });
  });

  return app;
}
