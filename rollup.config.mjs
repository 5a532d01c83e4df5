import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';

/** Classic scripts for a `<script>` tag: self-contained and minified. */
const scripts = {
  'dist/drop-in/button.js': 'button',
  'dist/callback/callback.js': 'callback',
  'dist/drop-in/locales.js': 'locales',
};

/** A page has all that Lit asks for while it loads. */
const noStandIns = {
  name: 'no-stand-ins',
  load: (id) => (id.endsWith('/stand-ins.js') ? 'export const removeStandIns = () => {};' : null),
};

/** V8 is to compile all of it while it loads, not one function after the other at the visitor's first click. */
const PREAMBLES = { button: '//# allFunctionsCalledOnLoad' };

export default Object.entries(scripts).map(([input, name]) => ({
  input,
  output: { file: `cdn/${name}.js`, format: 'iife', sourcemap: true },
  plugins: [
    resolve(),
    noStandIns,
    literalsHtmlCssMinifier(),
    terser({
      ecma: 2022,
      module: true,
      compress: { passes: 3 },
      format: { comments: false, preamble: PREAMBLES[name] },
    }),
  ],
}));
