interface Listener {
  readonly target: EventTarget;
  readonly type: string;
  readonly callback: unknown;
}

/** Resources that can be left behind. */
export interface Held {
  readonly listeners: number;
  readonly timers: number;
  readonly channels: number;
  readonly items: number;
}

/** Counts a suite's live listeners, timers, channels and stored items. */
export function countHeld(): () => Held {
  const listeners = new Set<Listener>();
  const timers = new Set<unknown>();
  const channels = new Set<BroadcastChannel>();
  /* eslint-disable @typescript-eslint/unbound-method -- They are put back as they were. */
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const { setTimeout, clearTimeout, setInterval, clearInterval, BroadcastChannel } = window;
  /* eslint-enable @typescript-eslint/unbound-method */

  const forget = (target: EventTarget, type: string, callback: unknown): void => {
    for (const held of listeners) {
      if (held.target === target && held.type === type && held.callback === callback) listeners.delete(held);
    }
  };

  before(() => {
    EventTarget.prototype.addEventListener = function (
      this: EventTarget | undefined,
      type,
      callback,
      options,
    ) {
      const target = this ?? window;
      const { signal, once } = typeof options === 'object' ? options : {};
      const held = { target, type, callback };
      if (!signal?.aborted) listeners.add(held);
      if (signal) addEventListener.call(signal, 'abort', () => listeners.delete(held));
      if (once) addEventListener.call(target, type, () => listeners.delete(held), { once });
      addEventListener.call(target, type, callback, options);
    };
    EventTarget.prototype.removeEventListener = function (
      this: EventTarget | undefined,
      type,
      callback,
      options,
    ) {
      forget(this ?? window, type, callback);
      removeEventListener.call(this ?? window, type, callback, options);
    };
    Object.assign(window, {
      setTimeout: (task: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          task(...args);
        }, delay);
        timers.add(timer);
        return timer;
      },
      clearTimeout: (timer: number | undefined) => {
        timers.delete(timer);
        clearTimeout(timer);
      },
      setInterval: (task: () => void, delay?: number) => {
        const timer = setInterval(task, delay);
        timers.add(timer);
        return timer;
      },
      clearInterval: (timer: number | undefined) => {
        timers.delete(timer);
        clearInterval(timer);
      },
      BroadcastChannel: class extends BroadcastChannel {
        constructor(name: string) {
          super(name);
          channels.add(this);
        }
        override close(): void {
          channels.delete(this);
          super.close();
        }
      },
    });
  });

  after(() => {
    Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    Object.assign(window, { setTimeout, clearTimeout, setInterval, clearInterval, BroadcastChannel });
  });

  /** A signal that has fired, or a channel that was closed, never calls anyone again. */
  const isDead = ({ target }: Listener): boolean =>
    target instanceof BroadcastChannel
      ? !channels.has(target)
      : target instanceof AbortSignal && target.aborted;

  return () => ({
    listeners: [...listeners].filter((listener) => !isDead(listener)).length,
    timers: timers.size,
    channels: channels.size,
    items: localStorage.length,
  });
}
