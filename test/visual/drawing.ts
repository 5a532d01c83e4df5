import { chromiumArgs, findChromium } from '../browsers.mjs';

/** How Chromium draws glyphs and colours alike on every Linux machine. */
export const drawing = {
  launchOptions: {
    executablePath: findChromium()!,
    args: [...chromiumArgs, '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
  },
};
