import { aTimeout } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { click } from './click.js';

/** A page in a cross-origin frame that plays RingCentral's widget. */
export interface FakeWidget {
  readonly frame: HTMLIFrameElement;
  /** Messages that it has received, oldest first. */
  readonly received: Received[];
  /** Lets it say something, and waits until that has arrived, and what it was told before. */
  readonly say: (data: unknown) => Promise<void>;
  /** Clicks in the frame, as a visitor; the widget then says all this at once. */
  readonly click: (...data: unknown[]) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Waits until it has told what it was told. */
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
  /** All that the widget was told since it was loaded. */
  readonly received?: readonly Received[];
}

let lastId = 0;

/** Adds a fake widget, and waits until it is ready unless the test wants to be there before. */
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
    // A message that arrives while a window is being opened is lost in a browser that is steered: ask again.
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

/** Before a new frame is drawn, the mouse goes astray: it moves about until the frame has felt it. */
async function hover(frame: HTMLIFrameElement, moved: Promise<void>): Promise<void> {
  frame.scrollIntoView({ block: 'center' });
  const { x, y } = frame.getBoundingClientRect();
  let step = 20;
  await repeat(moved, () => {
    step = step === 10 ? 20 : 10;
    return sendMouse({ type: 'move', position: [Math.round(x) + step, Math.round(y) + step] });
  });
}

/** A busy browser that is steered loses clicks. Of several, only the first does something. */
function clickUntil(frame: HTMLIFrameElement, clicked: Promise<void>): Promise<void> {
  return repeat(clicked, async () => {
    await click(frame);
    await Promise.race([clicked, aTimeout(1000)]);
  });
}

/** Does something again and again, until it was felt. */
async function repeat(felt: Promise<void>, act: () => Promise<unknown>): Promise<void> {
  let isFelt = false as boolean;
  void felt.then(() => (isFelt = true));
  while (!isFelt) await act();
}
