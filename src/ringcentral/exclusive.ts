/** Makes a function that starts the task, unless it is still running. The task begins synchronously. */
export function exclusive(task: () => Promise<void>, onError: (error: unknown) => void): () => void {
  let isRunning = false;
  return () => {
    if (isRunning) return;
    isRunning = true;
    void task()
      .catch(onError)
      .finally(() => (isRunning = false));
  };
}
