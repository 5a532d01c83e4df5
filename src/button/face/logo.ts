/** A logo as it is drawn in a button. */
export interface Logo {
  /** URL of an image, or a mark as the data of an SVG path. */
  readonly source: string;
  readonly node: Node;
}

/** One of each mark, for copies: to read a path for each button takes time. */
const marks = new Map<string, HTMLElement>();

/**
 * A logo as a browser draws it fastest.
 *
 * @param drawn - the one that is there
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

/** Whether a logo is an image from elsewhere, and neither a mark nor a URL that could do more than be shown. */
export function isImage(logo: string): boolean {
  return /^(https:|data:image\/)/.test(logo);
}
