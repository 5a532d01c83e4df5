/** Return types are in the TypeScript; the analyzer looks for them in `@returns`. */
const returnTypes = {
  name: 'return-types',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isMethodDeclaration(node) || !node.type) return;
    const owner = moduleDoc.declarations.find(({ name }) => name === node.parent.name?.text);
    const method = owner?.members?.find(({ name }) => name === node.name.text);
    if (method?.return) method.return.type = { text: node.type.getText() };
  },
};

const unions = new Map();

/** Tools have the manifest alone: the name of a union of keywords tells them nothing. */
const namedUnions = {
  name: 'named-unions',
  collectPhase({ ts, node }) {
    if (ts.isSourceFile(node) && node.fileName.endsWith('providers/entries.ts')) {
      const entries = node.statements.filter((statement) => ts.isVariableStatement(statement));
      const names = entries.map(({ declarationList }) => declarationList.declarations[0].name.getText());
      unions.set('ProviderName', names.map((name) => `'${name}'`).join(' | '));
    }
    if (!ts.isTypeAliasDeclaration(node) || !ts.isUnionTypeNode(node.type)) return;
    const { types } = node.type;
    if (types.every(ts.isLiteralTypeNode))
      unions.set(node.name.text, types.map((type) => type.getText()).join(' | '));
  },
};

/** Of an element, what `LitElement` brings and pages use. */
const ofLit = [
  {
    kind: 'field',
    name: 'updateComplete',
    type: { text: 'Promise<boolean>' },
    description: 'Resolves when every change is drawn.',
    readonly: true,
  },
  {
    kind: 'method',
    name: 'requestUpdate',
    return: { type: { text: 'void' } },
    description: 'Draws the element anew in a microtask.',
  },
];

/** The settings' table declares properties and attributes, and no class has their names. */
const settings = {
  name: 'settings',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== 'SETTINGS') return;
    const table = ts.isSatisfiesExpression(node.initializer) ? node.initializer.expression : node.initializer;
    moduleDoc.settings = table.properties.map((property) => {
      const {
        expression,
        arguments: [attribute, more],
        typeArguments,
      } = property.initializer;
      const values = ts.isArrayLiteralExpression(more ?? node)
        ? more.elements.map((value) => value.getText())
        : [];
      const kinds = {
        text: { type: typeArguments?.[0].getText() ?? 'string', initial: more?.getText() },
        oneOf: { type: values.join(' | '), initial: values[0] },
        flag: { type: 'boolean', initial: 'false' },
      };
      const { type, initial } = kinds[expression.text];
      const [comment] = ts.getJSDocCommentsAndTags(property);
      const entry = {
        type: { text: type },
        description: ts.getTextOfJSDocComment(comment.comment),
        ...(initial && initial !== "''" && { default: initial }),
      };
      return { name: property.name.text, attribute: attribute.text, entry };
    });
  },
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const table = modules.flatMap((module) => module.settings ?? []);
    const element = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName === 'crm-oauth-button');
    const fields = table.map(({ name, attribute, entry }) => ({ kind: 'field', name, ...entry, attribute }));
    element.members = [...element.members, ...fields];
    element.attributes = table.map(({ name, attribute, entry }) => ({
      name: attribute,
      ...entry,
      fieldName: name,
    }));
  },
};

/** Leaves what users of the package were told about, under the paths that are published. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    // The analyzer says 1.0.0, but writes `cssStates`, which came with 2.1.
    manifest.schemaVersion = '2.1.0';
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ kind }) => kind === 'class').map(publicClass);
      const names = module.declarations.map(({ name }) => name);
      module.exports = module.exports.filter(
        ({ kind, declaration }) => kind === 'custom-element-definition' || names.includes(declaration.name),
      );
    }
    manifest.modules = manifest.modules
      .filter((module) => module.exports.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((module) => JSON.parse(JSON.stringify(module), publish));
  },
};

function publicClass({ members, attributes, events, superclass, ...rest }) {
  const isPublic = ({ privacy = 'public', static: isStatic }) => privacy === 'public' && !isStatic;
  return {
    ...rest,
    members: rest.tagName ? [...members.filter(isPublic), ...ofLit] : members?.filter(isPublic),
    // The button alone has them in two spellings.
    attributes: attributes?.flatMap((attribute) =>
      rest.tagName === 'crm-oauth-button'
        ? [attribute, { ...attribute, name: `data-${attribute.name}` }]
        : attribute,
    ),
    // The analyzer adds each `dispatchEvent(new …)` that it comes across to the documented ones.
    events: events?.filter(({ description }) => description),
    superclass:
      superclass && superclass.name in globalThis
        ? { name: superclass.name, package: 'global:' }
        : superclass,
  };
}

function publish(key, value) {
  if (key === 'path' || key === 'module') return value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');
  return key === 'text' ? (unions.get(value) ?? value) : value;
}

export default {
  // The other two for their unions alone.
  globs: ['src/button/*.ts', 'src/connections/*.ts', 'src/providers/provider.ts', 'src/providers/entries.ts'],
  outdir: '.',
  plugins: [returnTypes, namedUnions, settings, publicOnly],
};
