// @ts-check
/**
 * Generates the elements' types for the templates of React, Preact, Solid, Vue and Svelte from the manifest. Each framework
 * has its own module, which augments only that framework.
 *
 * We do not use an existing generator: those augment every framework at once, and type our events as `CustomEvent`.
 */

/** The type of a boolean attribute; the property is a boolean. */
const FLAG = "boolean | '' | 'true' | 'false'";

/** By tag: the class, and the entry that exports it and its events. */
const ELEMENTS = /** @type {const} */ ([
  { tag: 'crm-oauth-button', name: 'CrmOAuthButton', entry: '../element.js' },
  { tag: 'crm-connections', name: 'CrmConnections', entry: '../connections.js' },
]);

const SHARED = `${ELEMENTS.map(({ name, entry }) => `import type { ${name} } from '${entry}';\n`).join('')}import type {
${ELEMENTS.map(({ name }) => `  ${name}Events,\n  ${name}Settings,\n`).join('')}} from './settings.js';
`;

/**
 * Text for each element.
 * @param {(element: { tag: string, name: string }) => string} write
 */
const each = (write) => ELEMENTS.map(write).join('\n');

/** @param {string} name of the class */
const handlers = (name) => `{
    [Name in keyof ${name}Events as \`on\${Name}\`]?: ((event: ${name}Events[Name]) => void) | undefined;
  }`;

const frameworks = {
  react: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${SHARED}
${each(
  ({
    tag,
    name,
  }) => `/** The props of \`<${tag}>\` in React 19. Events are \`oncrm-oauth-success\` and so on. */
export type ${name}Props = Omit<DetailedHTMLProps<HTMLAttributes<${name}>, ${name}>, keyof ${name}Settings> &
  ${name}Settings & ${handlers(name)};
`,
)}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${each(({ tag, name }) => `      '${tag}': ${name}Props;`)}
    }
  }
}
`,
  preact: `import type { JSX } from 'preact';
${SHARED}
${each(
  ({
    tag,
    name,
  }) => `/** The props of \`<${tag}>\` in Preact. Events are \`oncrm-oauth-success\` and so on. */
export type ${name}Props = Omit<JSX.HTMLAttributes<${name}>, keyof ${name}Settings> &
  ${name}Settings & ${handlers(name)};
`,
)}
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
${each(({ tag, name }) => `      '${tag}': ${name}Props;`)}
    }
  }
}
`,
  solid: `import type { JSX } from 'solid-js';
${SHARED}
${each(
  ({ tag, name }) => `/**
 * The props of \`<${tag}>\` in Solid. Events are \`on:crm-oauth-success\` and so on. Solid sets dynamic values as
 * properties, so write \`clientId={…}\`, or \`attr:data-client-id={…}\`.
 */
export type ${name}Props = Omit<JSX.HTMLAttributes<${name}>, keyof ${name}Settings> &
  ${name}Settings & {
    [Name in keyof ${name}Settings as \`attr:\${Name}\`]?: ${name}Settings[Name];
  } & {
    [Name in keyof ${name}Settings as \`prop:\${Name}\`]?: ${name}Settings[Name];
  } & {
    [Name in keyof ${name}Events as \`on:\${Name}\`]?: ((event: ${name}Events[Name]) => void) | undefined;
  };
`,
)}
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${each(({ tag, name }) => `      '${tag}': ${name}Props;`)}
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

${each(
  ({
    tag,
    name,
  }) => `/** The props of \`<${tag}>\` in Vue's templates. Events are \`@crm-oauth-success\` and so on. */
export type ${name}Props = Omit<HTMLAttributes, keyof ${name}Settings> & {
  [Name in keyof ${name}Settings as Name | Camelize<Name>]?: ${name}Settings[Name];
} & {
  [Name in keyof ${name}Events as Camelize<\`on-\${Name}\`>]?:
    | ((event: ${name}Events[Name]) => void)
    | undefined;
};
`,
)}
declare module 'vue' {
  interface GlobalComponents {
${each(({ tag, name }) => `    '${tag}': new () => ${name} & { $props: ${name}Props & PublicProps };`)}
  }
}
`,
  svelte: `import type { HTMLAttributes } from 'svelte/elements';
${SHARED}
${each(
  ({
    tag,
    name,
  }) => `/** The props of \`<${tag}>\` in Svelte. Events are \`oncrm-oauth-success\` and so on. */
export type ${name}Props = Omit<HTMLAttributes<${name}>, keyof ${name}Settings> &
  ${name}Settings & {
    [Name in keyof ${name}Events as \`on\${Name}\` | \`on:\${Name}\`]?:
      | ((event: ${name}Events[Name]) => void)
      | undefined;
  };
`,
)}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${each(({ tag, name }) => `    '${tag}': ${name}Props;`)}
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
  const declarations = modules.flatMap(({ declarations }) => declarations);
  const settings = ELEMENTS.map(({ tag, name, entry }) => {
    const element = declarations.find(({ tagName }) => tagName === tag);
    if (!element) throw new Error(`custom-elements.json has no <${tag}>.`);
    return settingsTypes(name, entry, element);
  });
  return { settings: settings.join('\n'), ...frameworks };
}

/**
 * @param {string} owner name of the class
 * @param {string} entry
 * @param {Declaration} element
 */
function settingsTypes(owner, entry, { tagName, members, attributes, events }) {
  const properties = members.filter(({ attribute }) => attribute);
  const names = new Set(properties.map(({ name }) => name));
  const settings = [
    ...properties.map(({ name, description }) => field(name, description, `${owner}['${name}']`)),
    ...attributes
      .filter(({ name }) => !names.has(name))
      .map(({ name, description, fieldName = name, type }) =>
        field(name, description, type.text === 'boolean' ? FLAG : `${owner}['${fieldName}']`),
      ),
  ];
  return `import type {
  ${owner},
${events.map(({ type }) => `  ${type.text},\n`).join('')}} from '${entry}';

/** The properties of \`<${tagName}>\`, and its attributes. */
export interface ${owner}Settings {
${settings.join('')}}

/** The events of \`<${tagName}>\` by name. */
export interface ${owner}Events {
${events.map(({ name, description, type }) => `  /** ${description} */\n  '${name}': ${type.text};\n`).join('')}}
`;
}

/**
 * @param {string} name
 * @param {string} description
 * @param {string} type
 */
function field(name, description, type) {
  return `  /** ${description.replace(/\s+/g, ' ')} */\n  '${name}'?: ${type} | undefined;\n`;
}
