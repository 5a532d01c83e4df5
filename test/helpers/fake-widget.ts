import { aTimeout } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { click } from './click.js';

/** A page in a cross-origin frame that plays RingCentral's widget. */
export interface FakeWidget {
  readonly frame: HTMLIFrameElement;
  /** Messages that it has received, oldest first. */
  readonly received: Received[];
  /** Makes the widget send a message, and waits until that and every earlier message has arrived. */
  readonly say: (data: unknown) => Promise<void>;
  /** Clicks in the frame as a visitor; the widget then sends all these messages at once. */
  readonly click: (...data: unknown[]) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Waits until the widget has reported the messages that it received. */
  readonly settle: () => Promise<void>;
}

export interface Received {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** The widget's origin: this machine under its other name. */
export const WIDGET_ORIGIN = location.origin.replace('localhost', '127.0.0.1');

interface Test {
  readonly test: string;
  readonly id?: number;
  /** All messages that the widget has received since it loaded. */
  readonly received?: readonly Received[];
}

let lastId = 0;

/** Adds a fake widget, and waits until it is ready unless the test has to act earlier. */
export async function fakeWidget(
  query = '',
  prepare?: (frame: HTMLIFrameElement) => void,
): Promise<FakeWidget> {
  const frame = document.createElement('iframe');
  const received: Received[] = [];
  let known = 0;
  const waiting = new Map<string, () => void>();
  const next = (what: string): Promise<void> => new Promise((resolve) => waiting.set(what, resolve));

  addEventListener('message', ({ source, data }: MessageEvent<Test | null>) => {
    if (source !== frame.contentWindow || !data) return;
    if (data.test === 'loaded') known = 0;
    received.push(...(data.received ?? []).slice(known));
    known = Math.max(known, data.received?.length ?? 0);
    waiting.get(`${data.test} ${data.id ?? ''}`)?.();
  });
  const command = async (test: string, data?: unknown): Promise<void> => {
    const id = (lastId += 1);
    const done = next(test === 'reload' ? 'loaded ' : `done ${id}`);
    const post = (): void => frame.contentWindow!.postMessage({ test, id, data }, WIDGET_ORIGIN);
    post();
    // An automated browser loses messages that arrive while a window opens: ask again.
    const timer = test === 'settle' ? setInterval(post, 200) : undefined;
    await done;
    clearInterval(timer);
  };

  frame.src = `${WIDGET_ORIGIN}/test/helpers/fake-widget.html${query}`;
  const loaded = next('loaded ');
  document.body.append(frame);
  prepare?.(frame);
  await loaded;
  return {
    frame,
    received,
    say: (data) => command('say', data),
    reload: () => command('reload'),
    settle: () => command('settle'),
    click: async (...data) => {
      await command('at click', data);
      await hover(frame, next('moved '));
      await clickUntil(frame, next('clicked '));
      await command('settle');
    },
  };
}

/** Until a new frame is drawn, mouse events miss it: move the mouse until the frame receives one. */
async function hover(frame: HTMLIFrameElement, moved: Promise<void>): Promise<void> {
  frame.scrollIntoView({ block: 'center' });
  const { x, y } = frame.getBoundingClientRect();
  let step = 20;
  await repeat(moved, () => {
    step = step === 10 ? 20 : 10;
    return sendMouse({ type: 'move', position: [Math.round(x) + step, Math.round(y) + step] });
  });
}

/** A busy automated browser loses clicks, so click several times: only the first one has an effect. */
function clickUntil(frame: HTMLIFrameElement, clicked: Promise<void>): Promise<void> {
  return repeat(clicked, async () => {
    await click(frame);
    await Promise.race([clicked, aTimeout(1000)]);
  });
}

/** Repeats an action until it has an effect. */
async function repeat(felt: Promise<void>, act: () => Promise<unknown>): Promise<void> {
  let isFelt = false as boolean;
  void felt.then(() => (isFelt = true));
  while (!isFelt) await act();
}
