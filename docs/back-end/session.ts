/** Stands for your own sessions: the user of each, by the random id in its cookie. */
export const sessions = new Map<string, string>();

/** The user who is signed in; nothing where nobody is. */
export function userOf(request: Request): string | undefined {
  const cookies = request.headers.get('cookie') ?? '';
  return sessions.get(/(?:^|; )session=([\w-]+)/.exec(cookies)?.[1] ?? '');
}
