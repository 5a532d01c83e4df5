/** A window that is not there, as far as an attempt looks at it. */
export interface FakeWindow {
  closed: boolean;
  close(): void;
  focus(): void;
  /** Posts to the page as a document of this origin in the window would. */
  say(data: unknown, origin: string): void;
}

/** Makes a window that is open, and shows nothing. */
export function createFakeWindow(): FakeWindow {
  const source: FakeWindow = {
    closed: false,
    close() {
      source.closed = true;
    },
    focus: () => undefined,
    say(data, origin) {
      // Not a MessageEvent: browsers take no made-up source for one.
      dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
    },
  };
  return source;
}
