// @ts-check
/** Reads and writes the files of GNU gettext, as far as the WordPress plugin needs them. */

/** @typedef {{ context?: string, id: string, text: string }} Message */

/**
 * Reads a `.po` file. Plural forms are not known.
 * @param {string} source
 * @returns {Message[]} the header is the one with an empty id
 */
export function readPo(source) {
  const blocks = source.split(/\n{2,}/).map((block) => fieldsOf(block));
  return blocks.flatMap(({ msgctxt, msgid, msgstr }) =>
    msgid === undefined ? [] : [{ id: msgid, text: msgstr ?? '', ...(msgctxt && { context: msgctxt }) }],
  );
}

/** @param {string} block */
function fieldsOf(block) {
  /** @type {Record<string, string>} */
  const fields = {};
  let name = '';
  for (const line of block.split('\n')) {
    const [, field = name, text] = /^(?:(msgctxt|msgid|msgstr) )?(".*")$/.exec(line) ?? [];
    if (text === undefined) continue;
    name = field;
    fields[name] = (fields[name] ?? '') + JSON.parse(text);
  }
  return fields;
}

/**
 * Writes a `.pot` file, or a `.po` file.
 * @param {readonly Message[]} messages
 */
export function writePo(messages) {
  const blocks = messages.map(({ context, id, text }) =>
    [
      ...(context ? [`msgctxt ${JSON.stringify(context)}`] : []),
      `msgid ${JSON.stringify(id)}`,
      `msgstr ${JSON.stringify(text)}`,
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

/**
 * Compiles messages to a `.mo` file.
 * @param {readonly Message[]} messages
 * @returns {Buffer}
 * @see https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
 */
export function writeMo(messages) {
  const rows = messages
    .filter(({ text }) => text)
    .map(({ context, id, text }) => ({ id: context ? `${context}\u0004${id}` : id, text }))
    .sort((one, other) => Buffer.compare(Buffer.from(one.id), Buffer.from(other.id)));
  const texts = [...rows.map(({ id }) => id), ...rows.map(({ text }) => text)].map((text) =>
    Buffer.from(text),
  );
  const HEADER = 28;
  const end = HEADER + texts.length * 8;
  let offset = end;
  const table = texts.flatMap(({ length }) => {
    const row = [length, offset];
    offset += length + 1;
    return row;
  });
  // There is no hash table. WordPress wants its address all the same: after the tables.
  const head = [0x950412de, 0, rows.length, HEADER, HEADER + rows.length * 8, 0, end, ...table];
  return Buffer.concat([
    Buffer.from(Uint32Array.from(head).buffer),
    ...texts.map((text) => Buffer.concat([text, Buffer.of(0)])),
  ]);
}
