import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';

/** Classic scripts for a `<script>` tag: self-contained and minified. */
export default {
  input: 'dist/drop-in/button.js',
  output: ['button', 'button.min'].map((name) => ({
    file: `cdn/${name}.js`,
    format: 'iife',
    sourcemap: true,
    // Both files are the same bytes under the two names that pages use, so they share one source map name.
    sourcemapFileNames: 'button.js.map',
  })),
  plugins: [
    resolve(),
    literalsHtmlCssMinifier(),
    terser({
      ecma: 2022,
      module: true,
      compress: { passes: 3 },
      format: { comments: false },
    }),
  ],
};
