import type { Place } from '../stories/resolve.js';

/** Reads from the page where it is, and what it talks to: the build has put that on its root element. */
export function readPlace(): Place {
  const { sandbox = '', served = '' } = document.documentElement.dataset;
  const absolute = (url: string): string => new URL(url, location.href).href.replace(/\/$/, '');
  return { site: absolute('.'), sandbox: absolute(sandbox), isServed: served === 'true' };
}
