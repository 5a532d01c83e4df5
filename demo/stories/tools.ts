/** The tools that change a canvas, each with its values and their captions. `DEFAULT_TOOLS` names the defaults. */
export const TOOLS = {
  background: { label: 'Background', values: { page: 'Page', light: 'Light', dark: 'Dark', image: 'Image' } },
  width: { label: 'Width', values: { full: 'Full', '768': '768', '480': '480', '390': '390', '320': '320' } },
  direction: { label: 'Text direction', values: { ltr: 'Left to right', rtl: 'Right to left' } },
  zoom: { label: 'Zoom', values: { '100': '100 %', '200': '200 %' } },
  contrast: { label: 'Colours', values: { own: 'Own', forced: 'Forced' } },
  motion: { label: 'Motion', values: { full: 'Full', reduced: 'Reduced' } },
  answer: { label: 'The consent page', values: { ask: 'asks me', allow: 'allows', deny: 'denies' } },
  popups: { label: 'Popup blocker', values: { allowed: 'Off', blocked: 'On' } },
  coop: { label: 'Opener policy (COOP) at the CRM', values: { off: 'Off', on: 'On' } },
  network: { label: 'The way to the CRM', values: { fast: 'Fast', slow: 'Slow', offline: 'Offline' } },
} as const satisfies Record<string, { label: string; values: Readonly<Record<string, string>> }>;

/** Name of a tool, in addresses too. */
export type ToolName = keyof typeof TOOLS;

/** The tools for the browser and the CRM rather than for the page. */
export const CONDITIONS = ['answer', 'popups', 'coop', 'network'] as const satisfies readonly ToolName[];

/** The value of each tool. */
export type Tools = Readonly<Record<ToolName, string>>;

/** A tool's values, the default first. An object lists keys that are numbers ahead of others, whatever their order in the source. */
export function toolValues(name: ToolName): readonly [value: string, caption: string][] {
  const entries = Object.entries<string>(TOOLS[name].values);
  const isDefault = ([value]: [string, string]): boolean => value === DEFAULT_TOOLS[name];
  return [...entries.filter(isDefault), ...entries.filter((entry) => !isDefault(entry))];
}

/** The tools' values where neither the story nor the address names one. */
export const DEFAULT_TOOLS: Tools = {
  background: 'page',
  width: 'full',
  direction: 'ltr',
  zoom: '100',
  contrast: 'own',
  motion: 'full',
  answer: 'ask',
  popups: 'allowed',
  coop: 'off',
  network: 'fast',
};
