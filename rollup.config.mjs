import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';

/** What Lit keeps for browsers without constructable style sheets, for polyfills and for its own error texts. */
const slimLit = {
  name: 'slim-lit',
  transform(code, id) {
    if (!/node_modules\/(@lit|lit)/.test(id)) return null;
    const slim = code
      .replace(/\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, 'true')
      .replace(/\w+\.\w+(Polyfill|Hydrate)Support\b/g, 'undefined')
      .replace(/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0')
      .replace(/throw Error\((?:[^()]|\([^()]*\))*\)/g, 'throw Error()');
    return { code: slim, map: null };
  },
};

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
    slimLit,
    literalsHtmlCssMinifier(),
    terser({
      ecma: 2022,
      module: true,
      compress: { passes: 3 },
      // Lit's own internal names.
      mangle: { properties: { regex: /^_\$/ } },
      format: { comments: false },
    }),
  ],
};
