// @ts-check

/** @typedef {{ name: string, points: readonly (readonly [x: number, y: number])[] }} Series */

export const WIDTH = 760;
export const HEIGHT = 420;
/** The space around the curves; their names are on the right. */
export const MARGIN = { left: 64, right: 220, top: 20, bottom: 48 };
export const COLORS = ['#0e0142', '#d93025', '#188038', '#b06000', '#1a73e8', '#8430ce'];
/** The least distance between two names, in px. */
export const LINE = 16;

/**
 * Draws curves on two logarithmic axes as an SVG image. Proportional growth is a line at 45° of the decades.
 *
 * @param {{ x: string, y: string }} titles
 * @param {readonly Series[]} series
 */
export function plot(titles, series) {
  const points = series.flatMap((one) => one.points);
  const x = axis(
    points.map(([value]) => value),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = axis(
    points.map(([, value]) => value),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const [left, right, top, bottom] = [MARGIN.left, WIDTH - MARGIN.right, MARGIN.top, HEIGHT - MARGIN.bottom];
  const grid = [
    ...x.ticks.map(
      (value) =>
        `<path d="M${x.at(value)} ${top}V${bottom}"/><text x="${x.at(value)}" y="${bottom + 18}" text-anchor="middle">${label(value)}</text>`,
    ),
    ...y.ticks.map(
      (value) =>
        `<path d="M${left} ${y.at(value)}H${right}"/><text x="${left - 8}" y="${y.at(value) + 4}" text-anchor="end">${label(value)}</text>`,
    ),
  ];
  let above = -Infinity;
  const names = new Map(
    [...series]
      .map((one) => ({ one, end: y.at(one.points.at(-1)?.[1] ?? NaN) + 4 }))
      .toSorted((a, b) => a.end - b.end)
      .map(({ one, end }) => [one, (above = Math.max(end, above + LINE))]),
  );
  const curves = series.map((one, i) => {
    const color = COLORS[i % COLORS.length];
    const path = one.points.map(([a, b]) => `${x.at(a)} ${y.at(b)}`).join('L');
    const dots = one.points.map(
      ([a, b]) => `<circle cx="${x.at(a)}" cy="${y.at(b)}" r="3" fill="${color}"/>`,
    );
    return `<path d="M${path}" fill="none" stroke="${color}" stroke-width="2"/>${dots.join('')}<text x="${right + 10}" y="${names.get(one)}" fill="${color}">${escape(one.name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<g stroke="#ddd">${grid.join('\n').replaceAll('<text', '<text stroke="none" fill="#444"')}</g>
${curves.join('\n')}
<text x="${(left + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${escape(titles.x)}</text>
<text transform="translate(16 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(titles.y)}</text>
</svg>
`;
}

/**
 * Builds a logarithmic axis with a tick at each power of ten.
 *
 * @param {readonly number[]} values
 * @param {number} start in px
 * @param {number} end in px
 */
export function axis(values, start, end) {
  const [low, high] = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  return {
    at: (/** @type {number} */ value) =>
      Math.round(start + ((Math.log10(value) - low) / (high - low)) * (end - start)),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

export const label = (/** @type {number} */ value) =>
  value < 1 ? String(value) : value.toLocaleString('en');
export const escape = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
