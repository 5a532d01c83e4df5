import { basename } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';

/** Self-contained and minified: classic scripts for a `<script>` tag, and a module, which needs no global names for its exports. */
const scripts = {
  'dist/drop-in/button-script.js': 'button',
  'dist/callback/callback-script.js': 'callback',
  'dist/drop-in/locales-script.js': 'locales',
  'dist/connections.js': 'connections',
};
const MODULES = ['connections'];

/** What no page needs: it has all that Lit asks for while it loads, and what a server has rendered is drawn anew. */
const UNUSED = {
  'stand-ins.js': 'export const removeStandIns = () => {};',
  'rendered-markup.js': `const none = () => false;
    export { none as canHydrate, none as isSame, none as isStyle, none as logoTemplate };`,
};
const withoutUnused = {
  name: 'without-unused',
  load: (id) => UNUSED[basename(id)],
};

/**
 * Pages include the script once per button, and under two names: the first copy serves them all, and no other gets as far as
 * Lit, which may make its Trusted Types policy once. The old script drew in `window.onload`, and pages that add it late call
 * that by hand, each time.
 */
const INTROS = {
  button: `window.onload ??= () => {};
    const loaded = Symbol.for('crm-oauth-button');
    if (window[loaded]) return;
    window[loaded] = true;`,
};

/** Goes along where a script is copied without the package. */
const NOTICE = '// With lit, (c) Google LLC, BSD-3-Clause: see THIRD-PARTY-NOTICES.txt of crm-oauth-button';

const PREAMBLES = {
  // V8 is to compile all of it while it loads, not one function after the other at the visitor's first click.
  button: `//# allFunctionsCalledOnLoad\n${NOTICE}`,
  connections: NOTICE,
};

export default Object.entries(scripts).map(([input, name]) => ({
  input,
  output: {
    file: `cdn/${name}.js`,
    format: MODULES.includes(name) ? 'es' : 'iife',
    intro: INTROS[name],
    sourcemap: true,
  },
  plugins: [
    resolve(),
    withoutUnused,
    literalsHtmlCssMinifier(),
    terser({
      ecma: 2022,
      module: true,
      compress: { passes: 3, keep_fargs: false },
      format: { comments: false, preamble: PREAMBLES[name] },
    }),
  ],
}));
