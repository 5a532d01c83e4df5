import { html, type TemplateResult } from 'lit';

/** A row of tabs. */
export interface Tabs<Name extends string> {
  readonly id: string;
  readonly label: string;
  readonly tabs: readonly (readonly [name: Name, caption: unknown])[];
  readonly current: Name;
  readonly choose: (name: Name) => void;
  readonly className?: string;
}

/** Draws a row of tabs: arrow keys, Home and End move between them, as in the ARIA pattern. Each controls `ID-panel`. */
export function tabList<Name extends string>({
  id,
  label,
  tabs,
  current,
  choose,
  className = 'tabs',
}: Tabs<Name>): TemplateResult {
  const names = tabs.map(([name]) => name);
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = names.indexOf(current);
    const last = names.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: index === last ? 0 : index + 1,
      ArrowLeft: index === 0 ? last : index - 1,
      Home: 0,
      End: last,
    };
    const name = names[targets[event.key] ?? -1];
    if (name === undefined) return;
    event.preventDefault();
    choose(name);
    document.getElementById(`${id}-${name}`)?.focus();
  };
  return html`<div class=${className} role="tablist" aria-label=${label} @keydown=${onKeyDown}>
    ${tabs.map(
      ([name, caption]) =>
        html`<button
          type="button"
          role="tab"
          id="${id}-${name}"
          aria-selected=${name === current}
          aria-controls="${id}-panel"
          tabindex=${name === current ? 0 : -1}
          @click=${() => choose(name)}
        >
          ${caption}
        </button>`,
    )}
  </div>`;
}
