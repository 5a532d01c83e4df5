import type { Page } from '@playwright/test';
import { EventEmitter } from 'node:events';
import { compileFunction } from 'node:vm';
import type { ShellBrowser } from './shell-browser.js';

type Handler = (event: { senderFrame: { url: string } }, ...args: unknown[]) => unknown;

/** What Electron's main process has, as far as a document uses it. */
export interface Electron {
  /** As the preload script calls it. */
  invoke: (sender: string, channel: string, ...args: unknown[]) => Promise<unknown>;
  /** The options of the windows that were made. */
  readonly windows: unknown[];
}

/**
 * Runs a main process, in which a window is a page of another browser context.
 *
 * Electron itself is not a dependency: its package downloads a browser of 100 MB when it is installed. So this is what the document
 * needs of its API, as Electron's documents describe it: the events `will-navigate` and `will-redirect` with `url`, `isMainFrame` and
 * `preventDefault()`, `closed`, and a `loadURL()` that rejects if its navigation is prevented.
 */
export function startElectron(main: string, shell: ShellBrowser): Electron {
  const handlers = new Map<string, Handler>();
  const windows: unknown[] = [];

  class BrowserWindow extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined });

    constructor(options: unknown) {
      super();
      windows.push(options);
    }

    loadURL(url: string): Promise<void> {
      return shell.open(
        url,
        (next, kind) => {
          let isPrevented = false;
          const preventDefault = (): boolean => (isPrevented = true);
          this.webContents.emit(kind, { url: next, isMainFrame: true, preventDefault });
          return isPrevented;
        },
        () => this.emit('closed'),
      );
    }

    close(): void {
      void shell.close();
    }
  }

  const register = (channel: string, handler: Handler): unknown => handlers.set(channel, handler);
  const electron = { BrowserWindow, ipcMain: { handle: register, on: register } };
  const run = compileFunction(main, ['require']) as (require: (name: string) => unknown) => void;
  run((name) => (name === 'electron' ? electron : undefined));
  return {
    windows,
    // As IPC does, whatever the handler does.
    invoke: async (sender, channel, ...args) =>
      await handlers.get(channel)!({ senderFrame: { url: sender } }, ...args),
  };
}

/** Runs a preload script in a page, and connects it with the main process. */
export async function preload(page: Page, script: string, { invoke }: Electron): Promise<void> {
  await page.exposeFunction('callMain', (channel: string, args: unknown[]) =>
    invoke(page.url(), channel, ...args),
  );
  const electron = `{
    contextBridge: { exposeInMainWorld: (name, api) => Object.assign(window, { [name]: api }) },
    ipcRenderer: {
      invoke: (channel, ...args) => callMain(channel, args),
      send: (channel, ...args) => void callMain(channel, args),
    },
  }`;
  await page.addInitScript(`((require) => {${script}})((name) => name === 'electron' && ${electron});`);
}
