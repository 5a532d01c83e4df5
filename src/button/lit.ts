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

removeStandIns();
