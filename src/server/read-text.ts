/**
 * The body of a request or a response as text, up to a limit.
 *
 * @param limit - in bytes
 * @returns `undefined` where the body is longer
 */
export async function readText(message: Request | Response, limit: number): Promise<string | undefined> {
  const reader = message.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > limit) {
      await reader?.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
