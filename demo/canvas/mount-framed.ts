import { formatAddress, parseAddress } from '../shared/address.js';
import { otherOriginOf } from '../shared/place.js';
import { choose, isInside } from './event-log.js';
import { mountElement } from './mount-button.js';
import type { Mount } from './stage.js';

/** The ways to the consent page, of which a frame of another site has one. */
const MODES = { popup: 'A window', redirect: 'The whole page' } as const;

/** One button, in a frame of another origin. The page in that frame is this one once more, which then has the button. */
export const mountFramed: Mount = async (stage, settings) => {
  if (isInside) {
    document.documentElement.dataset.inside = '';
    return mountElement(stage, settings);
  }
  const { root, story, place, say } = stage;
  const site = otherOriginOf(place.site);
  const { origin } = new URL(site);
  const frame = Object.assign(document.createElement('iframe'), { title: `A page of ${origin}` });
  const label = Object.assign(document.createElement('p'), { textContent: `A frame of ${origin}` });
  const choosers = Object.entries(MODES).map(([mode, textContent]) => {
    const chooser = Object.assign(document.createElement('button'), { type: 'button', textContent });
    chooser.addEventListener('click', () => choose({ mode }));
    return { mode, chooser };
  });
  const caption = document.createElement('figcaption');
  caption.append(...choosers.map(({ chooser }) => chooser));
  const figure = Object.assign(document.createElement('figure'), { className: 'around' });
  figure.append(label, frame, caption);

  const update = ({ mode = 'popup' }: typeof settings): void => {
    const address = parseAddress(location.hash);
    if (!address) return;
    // The canvas is zoomed as a whole.
    const inside = formatAddress({ ...address, tools: { ...address.tools, zoom: '100' } });
    const url = `${site}/framed.html?${story.id}${inside}`;
    if (frame.contentWindow) frame.contentWindow.location.replace(url);
    else frame.src = url;
    for (const { mode: value, chooser } of choosers) chooser.ariaPressed = String(value === mode);
  };
  update(settings);
  root.append(figure);
  if (site === place.site) {
    say('These files have one host, so this frame has the page’s own origin. With npm start it has another.');
  }
  return update;
};
