/** One preview: something to look at and to try. */
export interface Variant {
  /** Default: none, where a story has only one. */
  label?: string;
  /** What it stands on. Default: the page's own colour scheme. */
  stage?: 'light' | 'dark';
  /** HTML; both what the preview holds and what the snippet shows. See `fillIn` for the placeholders. */
  markup: string;
}

/** What the demo shows, one topic at a time. */
export interface Story {
  /** Its address: `#id`. */
  id: string;
  group: string;
  title: string;
  /** One sentence: what to look at. Backticks mark code. */
  look: string;
  variants: readonly Variant[];
  /** A JavaScript module that goes with the markup. */
  script?: string;
}
