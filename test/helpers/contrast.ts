export type Color = readonly [number, number, number];

/** Reads a computed colour such as `rgb(14, 1, 66)`. */
export function rgb(text: string): Color {
  const [red = 0, green = 0, blue = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** A colour under a translucent one. */
export function mix(under: Color, over: Color, alpha: number): Color {
  const channel = (i: 0 | 1 | 2): number => under[i] * (1 - alpha) + over[i] * alpha;
  return [channel(0), channel(1), channel(2)];
}

/** Contrast ratio, from 1 to 21 (WCAG 2.2). */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (channel: number): number => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
