// @ts-check
/**
 * Compares the public interface of two versions, as far as files describe it: the element in `custom-elements.json` and the
 * entries in package.json. Tells what changed and which version number is due (https://semver.org).
 */

/** @typedef {'major' | 'minor' | 'patch'} Bump */

/**
 * The fields of a manifest entry that this script reads.
 * @typedef {{ name: string, type?: { text: string }, return?: { type: { text: string } }, parameters?: { name: string, type?: { text: string }, optional?: boolean }[] }} Entry
 */

/**
 * The fields of a declaration that this script reads.
 * @typedef {{ tagName?: string } & Partial<Record<'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates', Entry[]>>} Declaration
 */

/**
 * A version of the package.
 * @typedef {object} Version
 * @property {{ modules: { declarations: Declaration[] }[] }} manifest
 * @property {Record<string, unknown>} exports
 */

const KINDS = /** @type {const} */ ({
  attributes: 'attribute',
  members: 'member',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'custom property',
  cssStates: 'state',
});

/**
 * Compares two versions.
 * @param {Version} before
 * @param {Version} after
 * @returns {{ bump: Bump, changes: string[] }} the changes, and the part of the version number to raise for them
 */
export function compareApi(before, after) {
  const [old, current] = [describe(before), describe(after)];
  const removed = [...old.keys()].filter((name) => !current.has(name)).map((name) => `removed: ${name}`);
  const added = [...current.keys()].filter((name) => !old.has(name)).map((name) => `added: ${name}`);
  const [changed, widened] = [/** @type {string[]} */ ([]), /** @type {string[]} */ ([])];
  for (const [name, type] of old) {
    const now = current.get(name) ?? type;
    if (now === type) continue;
    (isWider(now, type) ? widened : changed).push(`${name}: ${type} is now ${now}`);
  }
  const bump =
    removed.length || changed.length ? 'major' : added.length || widened.length ? 'minor' : 'patch';
  return { bump, changes: [...removed, ...changed, ...added, ...widened] };
}

/**
 * The version that is due. Before 1.0.0, a minor version may break users, and a patch version may add features.
 * @param {string} version the last one
 * @param {Bump} bump
 */
export function dueVersion(version, bump) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const step = major > 0 ? bump : bump === 'major' ? 'minor' : 'patch';
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * Lists the entries and the element's interface by name, with their types.
 * @param {Version} version
 * @returns {Map<string, string>}
 */
function describe({ manifest, exports }) {
  const entries = Object.keys(exports).map((name) => /** @type {const} */ ([`entry ${name}`, '']));
  const elements = manifest.modules.flatMap(({ declarations }) =>
    declarations.filter(({ tagName }) => tagName),
  );
  const parts = elements.flatMap((element) => {
    // The button came first, and its names have nothing in front.
    const owner = element.tagName === 'crm-oauth-button' ? '' : `<${element.tagName}> `;
    return Object.entries(KINDS).flatMap(([list, kind]) =>
      (element[/** @type {keyof typeof KINDS} */ (list)] ?? []).map(
        (entry) => /** @type {const} */ ([`${owner}${kind} ${entry.name || '(default)'}`, typeOf(entry)]),
      ),
    );
  });
  return new Map([...entries, ...parts]);
}

/** @param {Entry} entry */
function typeOf({ type, parameters, return: returns }) {
  if (!returns) return type?.text ?? '';
  const list = (parameters ?? []).map(
    ({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${type?.text}`,
  );
  return `(${list.join(', ')}) => ${returns.type.text}`;
}

/**
 * Whether a union has every member of another.
 * @param {string} union
 * @param {string} other
 */
function isWider(union, other) {
  const members = union.split(' | ');
  return other.split(' | ').every((member) => members.includes(member));
}
