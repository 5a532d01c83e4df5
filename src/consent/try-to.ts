/** Does what throws in some browsers, and gives nothing there. */
export function tryTo<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
