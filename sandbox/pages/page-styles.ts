import { SANDBOX, type Brand, type Color } from './page.js';

/** The first rules of every stylesheet, the widget's included: elements have no margins, and the page fills its window. */
export const BASE_STYLES = `
*, ::before, ::after { box-sizing: border-box; }
h1, h2, p, ul, fieldset, legend, pre, table { margin: 0; padding: 0; border: 0; }
ul { list-style: none; }
body {
  display: grid;
  min-height: 100vh;
  margin: 0;
  background: var(--canvas);
  color: var(--text);
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  overflow-wrap: anywhere;
}
`;

const PAGE_STYLES = `
body {
  grid-template: auto 1fr auto / minmax(0, 1fr);
  min-height: 100dvh;
  font-size: 15px;
  line-height: 1.45;
}
h1 { font-size: 22px; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; text-wrap: pretty; }
h2, legend { color: var(--muted); font-size: 13px; font-weight: 600; }
strong { font-weight: 600; }
a { color: var(--accent); text-underline-offset: 2px; }
code { font: 0.92em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; }
svg { display: block; flex: none; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }

.mark { width: 32px; height: 32px; }
.mark .fill { fill: var(--accent); }
.mark .shape { fill: var(--on-accent); }
.mark .ink { fill: none; stroke: var(--on-accent); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.mark .fine { stroke-width: 1.7; }
.line { width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }

.bar { display: flex; align-items: center; justify-content: space-between; gap: 16px; padding: 12px 24px; }
.brand { display: flex; align-items: center; gap: 8px; font-weight: 650; }
.brand .mark { width: 24px; height: 24px; }
.badge { padding: 2px 8px; border: 1px solid var(--border); border-radius: 12px; background: var(--surface); color: var(--muted); font-size: 12px; font-weight: 600; white-space: nowrap; }
.notice { padding: 12px 24px; color: var(--muted); font-size: 13px; text-align: center; }
.card { border: 1px solid var(--border); border-radius: 16px; background: var(--surface); box-shadow: 0 1px 2px rgb(14 1 66 / 4%), 0 8px 24px rgb(14 1 66 / 6%); }
main.card { align-self: center; justify-self: center; width: calc(100% - 32px); }

.tile { display: grid; flex: none; place-items: center; width: 48px; height: 48px; border: 1px solid var(--border); border-radius: 12px; background: var(--soft); color: var(--accent); font-size: 18px; font-weight: 650; }
img.tile { background: #ffffff; object-fit: contain; }

.consent { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); max-width: 800px; }
.about, .consent form { padding: 32px; }
.pair { display: flex; align-items: center; gap: 12px; margin-bottom: 24px; }
.pair .mark { width: 48px; height: 48px; }
.link { width: 32px; height: 8px; fill: var(--control); }
.description { margin-top: 8px; color: var(--muted); }
.about h2 { margin: 24px 0 12px; }
.scopes { display: grid; gap: 12px; }
.scopes li { display: flex; align-items: center; gap: 12px; }
.scopes .line { padding: 6px; width: 36px; height: 36px; border-radius: 8px; background: var(--soft); color: var(--accent); }
.scopes strong, .scopes span { display: block; line-height: 1.35; }
.scopes span, .account .text span { color: var(--muted); font-size: 13px; }

.consent form { display: flex; flex-direction: column; justify-content: space-between; gap: 24px; border-left: 1px solid var(--border); border-radius: 0 15px 15px 0; background: var(--panel); }
legend { margin-bottom: 12px; }
.accounts { display: grid; gap: 8px; max-height: 232px; margin: -4px; padding: 4px; overflow-y: auto; }
.account { display: flex; align-items: center; gap: 12px; min-height: 56px; padding: 8px 12px; border: 1px solid var(--border); border-radius: 12px; background: var(--surface); cursor: pointer; }
.account:hover { border-color: var(--control); }
.account:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
.account:has(:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
.account input { flex: none; order: 1; width: 20px; height: 20px; margin: 0; border: 2px solid var(--control); border-radius: 50%; outline: none; appearance: none; }
.account input:checked { border: 6px solid var(--accent); }
.account .tile { width: 32px; height: 32px; border: 0; border-radius: 8px; font-size: 12px; }
.account .text { flex: 1; min-width: 0; }
.account .text > * { display: block; line-height: 1.35; }

/* However long the texts are, the answer stays in view. */
.actions { position: sticky; bottom: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin: -16px 0 -32px; padding: 16px 0 32px; background: var(--panel); }
button, .button { display: inline-block; min-height: 44px; padding: 10px 12px; overflow-wrap: normal; border: 1px solid var(--control); border-radius: 8px; background: transparent; color: var(--text); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { background: var(--soft); }
.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); }
.primary:hover { border-color: var(--accent-hover); background: var(--accent-hover); }

.status { display: grid; justify-items: center; gap: 16px; max-width: 440px; padding: 32px 24px; text-align: center; }
.status p { color: var(--muted); }
.spinner { width: 32px; height: 32px; border: 3px solid var(--soft); border-top-color: var(--accent); border-radius: 50%; animation: turn 1s linear infinite; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .spinner { animation: none; } }

.error { max-width: 640px; padding: 32px; }
.lead { display: flex; align-items: center; gap: 8px; margin-bottom: 8px; color: var(--danger); font-weight: 600; }
.faults { display: grid; gap: 16px; margin-top: 24px; }
.faults li { padding-left: 16px; border-left: 3px solid var(--danger); }
.faults li p + p { margin-top: 4px; color: var(--muted); }
.faults code { margin-right: 4px; padding: 2px 6px; border-radius: 4px; background: var(--soft); color: var(--accent); font-weight: 600; }
details { margin-top: 24px; }
summary { color: var(--muted); font-size: 13px; font-weight: 600; cursor: pointer; }
details table { margin-top: 8px; }

table { width: 100%; border-collapse: collapse; font-size: 13px; }
th, td { padding: 8px 12px 8px 0; border-top: 1px solid var(--border); text-align: left; vertical-align: top; }
thead th { border-top: 0; padding-top: 0; }
th { color: var(--muted); font-weight: 600; white-space: nowrap; }
th:first-child, td:first-child { width: 32%; }
.scroll { overflow-x: auto; overflow-wrap: break-word; }

.index { display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; justify-self: center; gap: 16px; width: 100%; max-width: 960px; padding: 24px 16px; }
.intro { padding: 0 8px 8px; }
.intro h1 { font-size: 28px; }
.intro p { max-width: 60ch; margin-top: 8px; color: var(--muted); }
.index .card { padding: 24px; }
.index h2 { margin-bottom: 12px; color: var(--text); font-size: 16px; }
.index .card > p { color: var(--muted); }
.index p + .scroll { margin-top: 12px; }
.index td button { min-height: 32px; padding: 4px 12px; }
.snippets { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 16px; }
.snippet { display: grid; grid-template: 1fr auto / minmax(0, 1fr); gap: 12px; }
.snippet pre { padding: 12px 16px; overflow-x: auto; border-radius: 8px; background: var(--soft); }

@media (max-width: 640px) {
  .bar { padding: 12px 16px; }
  .consent { display: block; }
  .consent form { border-left: 0; border-top: 1px solid var(--border); border-radius: 0 0 15px 15px; }
  .actions { position: static; margin: 0; padding: 0; }
  .about, .consent form, .error { padding: 24px 16px; }
  .index .card { padding: 16px; }
  .index th, .index td { padding-right: 8px; }
  .index th:first-child, .index td:first-child { width: auto; }
  .index th:last-child, .index td:last-child { padding-right: 0; }
  .index td code { overflow-wrap: anywhere; }
}
`;

/** The stylesheet of all pages. Spacing is 4, 8, 12, 16, 24 or 32 px; each brand has one accent colour. */
export function pageStyles(brands: readonly Brand[]): string {
  return paletteStyles(brands) + BASE_STYLES + PAGE_STYLES;
}

/** The rules that give the pages of each brand their colours. */
function paletteStyles(brands: readonly Brand[]): string {
  const rules = (screen: 0 | 1) =>
    [SANDBOX, ...brands].map((brand) => {
      const colors = Object.entries<Color>(brand.palette).map(
        ([name, color]) => `--${name}: ${color[screen]};`,
      );
      return `${brand === SANDBOX ? ':root' : `[data-brand='${brand.id}']`} { ${colors.join(' ')} }`;
    });
  return `
:root { color-scheme: light dark; }
${rules(0).join('\n')}
@media (prefers-color-scheme: dark) {
${rules(1).join('\n')}
}
`;
}
