import type { Tools } from '../stories/tools.js';
import { log } from './log.js';

const open = window.open.bind(window);

/** Makes the canvas what its tools say; those that are the sandbox's business aside. */
export function applyTools({ background, direction, zoom, contrast, motion, popups }: Tools): void {
  const root = document.documentElement;
  Object.assign(root.dataset, { background, zoom, contrast, motion });
  root.dir = direction;
  // As a popup blocker does it.
  window.open =
    popups === 'blocked'
      ? () => {
          log('page', 'window.open', { returned: null });
          return null;
        }
      : open;
}

// No style of the page's reaches what moves inside the button.
document.addEventListener('crm-oauth-statuschange', ({ target }) => {
  if (document.documentElement.dataset.motion !== 'reduced') return;
  requestAnimationFrame(() => {
    const animations = (target as Element).shadowRoot?.getAnimations() ?? [];
    for (const animation of animations) animation.cancel();
  });
});
