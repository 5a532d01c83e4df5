/** What a route of the site has refused, in one word. */
export class RefusedError extends Error {}

/**
 * Posts JSON to a route of this site.
 *
 * @throws RefusedError with the word that the route gives
 */
export async function post<Answer>(
  path: string,
  body: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => ({}))) as { error?: string };
  if (!response.ok) throw new RefusedError(answer.error ?? `HTTP ${response.status}`);
  return answer as Answer;
}

/** An element of this page, by its tag and its id. */
export function find<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  id: string,
): HTMLElementTagNameMap[Tag] {
  const found = document.querySelector<HTMLElementTagNameMap[Tag]>(`${tag}#${id}`);
  if (!found) throw new Error(`The page has no ${tag} with the id ${id}.`);
  return found;
}

/** Calls a task, and says what becomes of it. */
export async function say(
  where: HTMLElement,
  task: () => Promise<string>,
  meanings: Readonly<Record<string, string>>,
): Promise<void> {
  where.classList.remove('bad');
  try {
    where.textContent = await task();
  } catch (error) {
    const word = error instanceof RefusedError ? error.message : 'unreachable';
    where.classList.add('bad');
    where.textContent = meanings[word] ?? `That did not work (${word}).`;
  }
}

/** A time as people read it. */
export function formatTime(time: number): string {
  return new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
