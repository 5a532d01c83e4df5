// @ts-check
import { deflateRawSync } from 'node:zlib';

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** 1 January 1980: the same files always make the same archive. */
const DATE = 0x21;
/** Names are UTF-8. */
const FLAGS = 0x800;
const DEFLATE = 8;
const VERSION = 20;

/**
 * Makes a ZIP archive.
 * @param {readonly { name: string, data: Buffer }[]} files
 * @returns {Buffer}
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zip(files) {
  /** @type {Buffer[]} */
  const bodies = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const { name, data } of files) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(data, { level: 9 });
    const common = [
      ...[half(VERSION), half(FLAGS), half(DEFLATE), half(0), half(DATE)],
      ...[word(crc(data)), word(packed.length), word(data.length), half(path.length), half(0)],
    ];
    const body = Buffer.concat([word(0x04034b50), ...common, path, packed]);
    directory.push(
      ...[word(0x02014b50), half(VERSION), ...common, half(0), half(0), half(0), word(0), word(offset), path],
    );
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const count = half(files.length);
  const end = [half(0), half(0), count, count, word(entries.length), word(offset), half(0)];
  return Buffer.concat([...bodies, entries, word(0x06054b50), ...end]);
}

/** @param {Buffer} data */
function crc(data) {
  let value = 0xffffffff;
  for (const byte of data) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** @param {number} value */
function half(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

/** @param {number} value */
function word(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
