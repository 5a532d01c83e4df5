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
      .map((module) => JSON.parse(JSON.stringify(module), publishedPath));
  },
};

function publicClass({ members, attributes, events, superclass, ...rest }) {
  return {
    ...rest,
    members: members?.filter(({ privacy = 'public' }) => privacy === 'public'),
    attributes: attributes?.flatMap((attribute) => [
      attribute,
      { ...attribute, name: `data-${attribute.name}` },
    ]),
    // The analyzer adds each `dispatchEvent(new …)` that it comes across to the documented ones.
    events: events?.filter(({ description }) => description),
    superclass: superclass?.name in globalThis ? { name: superclass.name, package: 'global:' } : superclass,
  };
}

function publishedPath(key, value) {
  return key === 'path' || key === 'module' ? value.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js') : value;
}

export default {
  globs: ['src/button/*.ts'],
  outdir: '.',
  plugins: [returnTypes, publicOnly],
};
