// In this order: modules run as they are imported.
import { removeStandIns } from './stand-ins.js';

export {
  adoptStyles,
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclaration,
  type PropertyDeclarations,
  type PropertyValues,
  render,
  supportsAdoptingStyleSheets,
  type TemplateResult,
} from 'lit';
export { keyed } from 'lit/directives/keyed.js';
export { repeat } from 'lit/directives/repeat.js';

removeStandIns();
