// The element on a page that hydrates; its support has to be there before Lit.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '../../src/index.js';
