/** A logo in a button. */
export interface Logo {
  /** URL of an image, or a mark as the data of an SVG path. */
  readonly source: string;
  readonly node: Node;
}

/** One node for each mark, to clone: parsing a path for every button takes time. */
const marks = new Map<string, HTMLElement>();

/**
 * Makes a logo's node, in the way that a browser draws fastest.
 *
 * @param drawn - the current one, returned if it has the same source
 */
export function drawLogo(source: string, drawn?: Logo): Logo {
  if (drawn?.source === source) return drawn;
  return { source, node: isImage(source) ? createImage(source) : createMark(source) };
}

function createImage(src: string): Node {
  return Object.assign(document.createElement('img'), { src, alt: '' });
}

function createMark(path: string): Node {
  let mark = marks.get(path);
  if (!mark) {
    mark = document.createElement('span');
    mark.className = 'mark';
    mark.style.clipPath = `path("${path}")`;
    marks.set(path, mark);
  }
  return mark.cloneNode();
}

/** Whether a logo is an image's URL, rather than a mark or a URL that could do more than show an image. */
export function isImage(logo: string): boolean {
  return /^(https:|data:image\/)/.test(logo);
}
