import type { Tools } from '../stories/tools.js';
import { log } from './event-log.js';

const open = window.open.bind(window);

/** Applies the tools to the page of the canvas. The width is the frame's business, and the CRM's behaviour the sandbox's. */
export function applyTools({ background, direction, zoom, contrast, motion, popups }: Tools): void {
  const root = document.documentElement;
  Object.assign(root.dataset, { background, zoom, contrast, motion });
  root.dir = direction;
  // A popup blocker does the same.
  window.open =
    popups === 'blocked'
      ? () => {
          log('page', 'window.open', { returned: null });
          return null;
        }
      : open;
}

/** Stops the animations inside the buttons where motion is reduced: no style of the page reaches them there. */
export function watchMotion(): void {
  document.addEventListener('crm-oauth-statuschange', ({ target }) => {
    if (document.documentElement.dataset.motion !== 'reduced') return;
    requestAnimationFrame(() => {
      const animations = (target as Element).shadowRoot?.getAnimations() ?? [];
      for (const animation of animations) animation.cancel();
    });
  });
}

/** Gives the page the function that `error-callback` names, unless there is one of that name. */
export function defineErrorCallback(name: string, say: (text: string) => void): void {
  if (!/^[a-z_$][\w$]*$/i.test(name) || name in window) return;
  Reflect.set(window, name, (posted: unknown) => {
    log('callback', `${name}()`, posted);
    const { error, client_id: clientId } = Object(posted) as Record<string, unknown>;
    say(`${name}: ${String(error)} for ${String(clientId)}`);
  });
}
