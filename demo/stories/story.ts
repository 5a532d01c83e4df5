import type { ToolName } from './tools.js';

/** Values of the button's properties. A text may hold `{sandbox}` and `{site}`: see `resolve()`. */
export type Settings = Readonly<Record<string, string | boolean>>;

/** How a story's canvas is built. */
export type CanvasKind =
  | 'catalogue'
  | 'connections'
  | 'drop-in'
  | 'element'
  | 'framed'
  | 'gallery'
  | 'headless'
  | 'ringcentral'
  | 'serverless'
  | 'status'
  | 'strict'
  | 'webview';

/** A form in which the button is written into a page or a program. */
export type FormatName = 'script' | 'html' | 'react' | 'vue' | 'svelte' | 'angular' | 'typescript' | 'php';

/** One topic: something to see and to try. */
export interface Story {
  /** Its address: `#/id`. */
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** Tells in a sentence or two what there is to see. Backticks mark code. */
  readonly summary: string;
  /** Default `element`. */
  readonly kind?: CanvasKind;
  /** Those that differ from the button's own defaults. Default: none. */
  readonly settings?: Settings;
  /** A property of which the canvas shows every value, side by side. */
  readonly vary?: string;
  /** Those that differ from the tools' defaults. Default: none. */
  readonly tools?: Readonly<Partial<Record<ToolName, string>>>;
  /** Name of the back end's client that the states are for. Default `kommo`. */
  readonly client?: string;
  /** Whether no back end is behind the redirect URI, so that the state is the button's own. Default `false`. */
  readonly isServerless?: boolean;
  /** The snippet that is shown first. Default `html`. */
  readonly format?: FormatName;
}
