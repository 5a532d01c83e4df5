import { click } from './click.js';

/** Runs a task in the handler of a click that the browser accepts as the user's, so that the task may open a window. */
export async function inClick<T extends object>(task: () => T): Promise<T> {
  const button = document.body.appendChild(document.createElement('button'));
  button.textContent = 'Click';
  const done = new Promise<T>((resolve) =>
    button.addEventListener('click', () => resolve(task()), { once: true }),
  );
  // A window that is just closing can swallow a click.
  const again = setInterval(() => void click(button), 10_000);
  await click(button);
  const outcome = await done;
  clearInterval(again);
  button.remove();
  return outcome;
}

/** The windows that each test opens, and their URLs and features. They are closed after the test. */
export function recordWindows(): { opened: Window[]; asked: Parameters<typeof open>[] } {
  const record = { opened: [] as Window[], asked: [] as Parameters<typeof open>[] };
  const open = window.open.bind(window);
  beforeEach(() => {
    window.open = (...args) => {
      const opened = open(...args);
      record.asked.push(args);
      if (opened) record.opened.push(opened);
      return opened;
    };
  });
  afterEach(() => {
    tellWindows('close');
    for (const opened of record.opened.splice(0)) opened.close();
    record.asked.length = 0;
    window.open = open;
  });
  return record;
}

/** Tells the windows that show `page.html` to close, or to go to a URL. It reaches even windows whose tie to this page is cut. */
export function tellWindows(command: string): void {
  const channel = new BroadcastChannel('test');
  channel.postMessage(command);
  channel.close();
}

/** Posts to this page from a window or frame of its origin, as that window's own script would. */
export function say(from: Window, data: unknown): void {
  const Theirs = Reflect.get(from, 'Function') as FunctionConstructor;
  const post = new Theirs('to', 'data', 'to.postMessage(data, to.origin)') as (
    to: Window,
    data: unknown,
  ) => void;
  post(window, data);
}
