// @ts-check

/** Why a limit is missed, by a pattern of the row's name. The first that fits counts. */
/** @type {readonly (readonly [pattern: RegExp, reason: string])[]} */
const EXPLANATIONS = [];

/** @param {import('./row.mjs').Row} row */
export function explanationOf({ what }) {
  return EXPLANATIONS.find(([pattern]) => pattern.test(what))?.[1];
}
