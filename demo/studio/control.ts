import { element } from './manifest.js';

/** What can be set on the button, and by what kind of control. */
export interface Control {
  /** Name of the property. */
  readonly property: string;
  /** Name of the attribute, in its plain spelling; in the address, too. */
  readonly attribute: string;
  readonly description: string;
  readonly kind: 'flag' | 'keywords' | 'text';
  /** The keywords of a union, the default first. An empty one means that nothing is set. */
  readonly keywords: readonly string[];
  readonly default: string | boolean;
}

/** One control for each attribute, as the manifest has it. */
export const controls: readonly Control[] = element.attributes.map(
  ({ name, fieldName, description, type: { text }, default: given }) => {
    const keywords = [...text.matchAll(/'([^']*)'/g)].map(([, keyword = '']) => keyword);
    const kind = text === 'boolean' ? 'flag' : keywords.length > 0 ? 'keywords' : 'text';
    return {
      property: fieldName,
      attribute: name,
      description,
      kind,
      keywords: [...keywords].sort((a, b) => Number(b === given) - Number(a === given)),
      default: kind === 'flag' ? given === 'true' : given,
    };
  },
);

/** The control of a property. */
export function controlOf(property: string): Control | undefined {
  return controls.find((control) => control.property === property);
}
