// @ts-check
import { axis, COLORS, escape, HEIGHT, label, LINE, MARGIN, WIDTH } from './plot.mjs';

const HOURS = 24;
const DASHES = ['none', '8 3', '2 3', '10 3 2 3', '5 5', '14 4'];
/** The lowest value that has a place on the logarithmic axis. */
const LOWEST = 0.1;

/**
 * Draws curves over the hours of a day on a logarithmic axis as an SVG image. What is lower than the axis lies on its end.
 *
 * @param {{ y: string, shaded: string }} titles of the axis, and of the shaded hours
 * @param {readonly [from: number, to: number]} shaded in hours
 * @param {readonly import('./plot.mjs').Series[]} series
 */
export function timeline(titles, shaded, series) {
  const [left, right, top, bottom] = [MARGIN.left, WIDTH - MARGIN.right, MARGIN.top, HEIGHT - MARGIN.bottom];
  const x = (/** @type {number} */ hour) => round(left + (hour / HOURS) * (right - left));
  const clamped = (/** @type {number} */ value) => Math.max(value, LOWEST);
  const values = series.flatMap(({ points }) => points.map(([, value]) => clamped(value)));
  const y = axis([LOWEST, ...values], bottom, top);
  const hours = Array.from({ length: HOURS / 3 + 1 }, (_, i) => 3 * i);
  const grid = [
    ...hours.map(
      (hour) =>
        `<path d="M${x(hour)} ${top}V${bottom}"/><text x="${x(hour)}" y="${bottom + 18}" text-anchor="middle">${hour}</text>`,
    ),
    ...y.ticks.map(
      (value) =>
        `<path d="M${left} ${y.at(value)}H${right}"/><text x="${left - 8}" y="${y.at(value) + 4}" text-anchor="end">${label(value)}</text>`,
    ),
  ];
  const ends = series.map(({ points }) => y.at(clamped(points.at(-1)?.[1] ?? LOWEST)));
  const names = apart(ends, bottom);
  const curves = series.map(({ name, points }, i) => {
    const color = COLORS[i % COLORS.length];
    const dashes = DASHES[i % DASHES.length];
    const path = points.map(([hour, value]) => `${x(hour)} ${y.at(clamped(value))}`).join('L');
    const leader = `M${right} ${ends[i]}L${right + 16} ${names[i]}h14`;
    return `<g stroke="${color}" stroke-dasharray="${dashes}" fill="none"><path d="M${path}" stroke-width="2"/><path d="${leader}"/></g><text x="${right + 34}" y="${(names[i] ?? 0) + 4}" fill="${color}">${escape(name)}</text>`;
  });
  const [from, to] = [x(shaded[0]), x(shaded[1])];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<rect x="${from}" y="${top}" width="${to - from}" height="${bottom - top}" fill="#f3e2e0"/>
<g stroke="#ddd">${grid.join('\n').replaceAll('<text', '<text stroke="none" fill="#444"')}</g>
${curves.join('\n')}
<text x="${(from + to) / 2}" y="${top - 6}" text-anchor="middle">${escape(titles.shaded)}</text>
<text x="${(left + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">hour of the day</text>
<text transform="translate(16 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">${escape(titles.y)}</text>
</svg>
`;
}

/**
 * Moves names up until each has a line of its own, in the order of their curves' ends.
 *
 * @param {readonly number[]} ends in px
 * @param {number} bottom in px
 */
function apart(ends, bottom) {
  const places = [...ends];
  let below = bottom + LINE;
  for (const [i, end] of [...ends.entries()].toSorted(([, a], [, b]) => b - a)) {
    below = Math.min(end, below - LINE);
    places[i] = below;
  }
  return places;
}

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
