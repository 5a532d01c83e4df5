import { ASTWithSource, LiteralPrimitive, parseTemplate, TmplAstElement } from '@angular/compiler';
import { compileScript, compileTemplate, parse as parseVue } from '@vue/compiler-sfc';
import { transform } from 'esbuild';
import { createContext, runInContext } from 'node:vm';
import { compile as compileSvelte, parse as parseSvelte } from 'svelte/compiler';

/** The attributes that a framework gives to the button, as it has understood them. Throws where it understands nothing. */
type Compile = (source: string) => Promise<Readonly<Record<string, unknown>>>;

/** What a module of the package exports, as far as a component calls it while it loads. */
const MODULE = { registerCaptions: () => undefined, registerConnectionsCaptions: () => undefined };

/** The part that a page would contain. */
const EVENT = /^(on|@|\()/;

const react: Compile = async (source) => {
  const { code } = await transform(source, { loader: 'tsx', jsxFactory: 'h', format: 'cjs' });
  let found: Readonly<Record<string, unknown>> = {};
  const context = createContext({
    module: { exports: {} },
    require: () => MODULE,
    h: (_: string, attributes: typeof found) => (found = attributes),
  });
  runInContext(`${code}\nObject.values(module.exports)[0]();`, context);
  return plain(Object.entries(found));
};

const vue: Compile = (source) => {
  const { descriptor, errors } = parseVue(source);
  const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('crm-') };
  compileScript(descriptor, { id: 'test' });
  const { code, errors: problems } = compileTemplate({
    source: descriptor.template?.content ?? '',
    filename: 'Connect.vue',
    id: 'test',
    compilerOptions,
  });
  if (errors.length + problems.length > 0 || !/onCrm(OauthError|ConnectionsChange)/.test(code))
    throw new Error(code);
  const button = descriptor.template?.ast?.children.find((node) => 'tag' in node);
  const props = button && 'props' in button ? button.props : [];
  return Promise.resolve(
    plain(
      props.map((prop) =>
        'rawName' in prop
          ? [prop.rawName.replace(/^:/, ''), true]
          : [prop.name, 'value' in prop ? prop.value?.content : undefined],
      ),
    ),
  );
};

const svelte: Compile = (source) => {
  const { warnings } = compileSvelte(source, { filename: 'Connect.svelte' });
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join());
  const { fragment } = parseSvelte(source, { modern: true });
  const button = fragment.nodes.find((node) => node.type === 'RegularElement');
  const entries = (button?.attributes ?? []).map((attribute): [string, unknown] => {
    if (attribute.type !== 'Attribute') throw new Error(attribute.type);
    const { name, value } = attribute;
    if (value === true) return [name, true];
    const [part] = Array.isArray(value) ? value : [value];
    if (part?.type === 'Text') return [name, part.data];
    return [name, part?.expression.type === 'Literal' ? part.expression.value : undefined];
  });
  return Promise.resolve(plain(entries));
};

const angular: Compile = async (source) => {
  // Parses the class and its decorator as well.
  const { code } = await transform(source, {
    loader: 'ts',
    format: 'cjs',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
  });
  let template = '';
  const context = createContext({
    module: { exports: {} },
    require: () => ({
      ...MODULE,
      Component: (options: { template: string }) => {
        ({ template } = options);
        return () => undefined;
      },
    }),
  });
  runInContext(code, context);
  const { errors, nodes } = parseTemplate(template, 'connect.html');
  if (errors) throw new Error(errors.map(({ msg }) => msg).join());
  const button = nodes.find((node) => node instanceof TmplAstElement);
  if (!button?.outputs.length) throw new Error('Nothing is listened to.');
  const bound = button.inputs.map(({ name, value }): [string, unknown] => {
    const literal: unknown = value instanceof ASTWithSource ? value.ast : value;
    return [name, literal instanceof LiteralPrimitive ? (literal.value as unknown) : undefined];
  });
  return plain([
    ...button.attributes.map(({ name, value }): [string, unknown] => [name, value || true]),
    ...bound,
  ]);
};

export const compilers = { react, vue, svelte, angular };

/** Without the listeners. */
function plain(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.filter(([name]) => !EVENT.test(name)));
}
