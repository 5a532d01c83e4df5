// @ts-check
/**
 * Generates the element's types for the templates of React, Preact, Solid, Vue and Svelte from the manifest. Each framework
 * has its own module, which augments only that framework.
 *
 * We do not use an existing generator: those augment every framework at once, and type our events as `CustomEvent`.
 */

const SHARED = `import type { CrmOAuthButton } from '../element.js';
import type { CrmOAuthButtonEvents, CrmOAuthButtonSettings } from './settings.js';
`;

/** The type of a boolean attribute; the property is a boolean. */
const FLAG = "boolean | '' | 'true' | 'false'";

const ELEMENT = "'crm-oauth-button'";

const frameworks = {
  react: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${SHARED}
type Native = DetailedHTMLProps<HTMLAttributes<CrmOAuthButton>, CrmOAuthButton>;

/** The props of \`<crm-oauth-button>\` in React 19. Events are \`oncrm-oauth-success\` and so on. */
export type CrmOAuthButtonProps = Omit<Native, keyof CrmOAuthButtonSettings> &
  CrmOAuthButtonSettings & {
    [Name in keyof CrmOAuthButtonEvents as \`on\${Name}\`]?: ((event: CrmOAuthButtonEvents[Name]) => void) | undefined;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${ELEMENT}: CrmOAuthButtonProps;
    }
  }
}
`,
  preact: `import type { JSX } from 'preact';
${SHARED}
/** The props of \`<crm-oauth-button>\` in Preact. Events are \`oncrm-oauth-success\` and so on. */
export type CrmOAuthButtonProps = Omit<JSX.HTMLAttributes<CrmOAuthButton>, keyof CrmOAuthButtonSettings> &
  CrmOAuthButtonSettings & {
    [Name in keyof CrmOAuthButtonEvents as \`on\${Name}\`]?: ((event: CrmOAuthButtonEvents[Name]) => void) | undefined;
  };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      ${ELEMENT}: CrmOAuthButtonProps;
    }
  }
}
`,
  solid: `import type { JSX } from 'solid-js';
${SHARED}
/**
 * The props of \`<crm-oauth-button>\` in Solid. Events are \`on:crm-oauth-success\` and so on. Solid sets dynamic values as
 * properties, so write \`clientId={…}\`, or \`attr:data-client-id={…}\`.
 */
export type CrmOAuthButtonProps = Omit<JSX.HTMLAttributes<CrmOAuthButton>, keyof CrmOAuthButtonSettings> &
  CrmOAuthButtonSettings & {
    [Name in keyof CrmOAuthButtonSettings as \`attr:\${Name}\`]?: CrmOAuthButtonSettings[Name];
  } & {
    [Name in keyof CrmOAuthButtonSettings as \`prop:\${Name}\`]?: CrmOAuthButtonSettings[Name];
  } & {
    [Name in keyof CrmOAuthButtonEvents as \`on:\${Name}\`]?: ((event: CrmOAuthButtonEvents[Name]) => void) | undefined;
  };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      ${ELEMENT}: CrmOAuthButtonProps;
    }
  }
}
`,
  vue: `import type { HTMLAttributes, PublicProps } from 'vue';
${SHARED}
/** \`data-theme\` as \`dataTheme\`: the type check of templates spells the names of attributes and events like this. */
type Camelize<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Capitalize<Camelize<Rest>>}\`
  : Name;

/** The props of \`<crm-oauth-button>\` in Vue's templates. Events are \`@crm-oauth-success\` and so on. */
export type CrmOAuthButtonProps = Omit<HTMLAttributes, keyof CrmOAuthButtonSettings> & {
  [Name in keyof CrmOAuthButtonSettings as Name | Camelize<Name>]?: CrmOAuthButtonSettings[Name];
} & {
  [Name in keyof CrmOAuthButtonEvents as Camelize<\`on-\${Name}\`>]?:
    | ((event: CrmOAuthButtonEvents[Name]) => void)
    | undefined;
};

declare module 'vue' {
  interface GlobalComponents {
    ${ELEMENT}: new () => CrmOAuthButton & { $props: CrmOAuthButtonProps & PublicProps };
  }
}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
${SHARED}
/** The props of \`<crm-oauth-button>\` in Svelte. Events are \`oncrm-oauth-success\` and so on. */
export type CrmOAuthButtonProps = Omit<HTMLAttributes<CrmOAuthButton>, keyof CrmOAuthButtonSettings> &
  CrmOAuthButtonSettings & {
    [Name in keyof CrmOAuthButtonEvents as \`on\${Name}\` | \`on:\${Name}\`]?:
      | ((event: CrmOAuthButtonEvents[Name]) => void)
      | undefined;
  };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    ${ELEMENT}: CrmOAuthButtonProps;
  }
}
`,
};

/**
 * The fields of a manifest entry that this script reads.
 * @typedef {{ name: string, description: string, type: { text: string }, attribute?: string, fieldName?: string }} Entry
 * @typedef {{ tagName?: string, members: Entry[], attributes: Entry[], events: Entry[] }} Declaration
 */

/**
 * @param {{ modules: { declarations: Declaration[] }[] }} manifest
 * @returns {Record<string, string>} declarations by the name of their module
 */
export function frameworkTypes({ modules }) {
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);
  if (!element) throw new Error('custom-elements.json has no element.');
  return { settings: settingsTypes(element), ...frameworks };
}

/** @param {Declaration} element */
function settingsTypes({ members, attributes, events }) {
  const properties = members.filter(({ attribute }) => attribute);
  const names = new Set(properties.map(({ name }) => name));
  const settings = [
    ...properties.map(({ name, description }) => field(name, description, propertyType(name))),
    ...attributes
      .filter(({ name }) => !names.has(name))
      .map(({ name, description, fieldName = name, type }) =>
        field(name, description, type.text === 'boolean' ? FLAG : propertyType(fieldName)),
      ),
  ];
  return `import type {
  CrmOAuthButton,
${events.map(({ type }) => `  ${type.text},\n`).join('')}} from '../element.js';

/** The button's properties, and its attributes in both spellings. */
export interface CrmOAuthButtonSettings {
${settings.join('')}}

/** The button's events by name. */
export interface CrmOAuthButtonEvents {
${events.map(({ name, description, type }) => `  /** ${description} */\n  '${name}': ${type.text};\n`).join('')}}
`;
}

/** @param {string} name */
function propertyType(name) {
  return `CrmOAuthButton['${name}']`;
}

/**
 * @param {string} name
 * @param {string} description
 * @param {string} type
 */
function field(name, description, type) {
  return `  /** ${description.replace(/\s+/g, ' ')} */\n  '${name}'?: ${type} | undefined;\n`;
}
