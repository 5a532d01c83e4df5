// @ts-check

/**
 * Why a limit is missed, by a pattern of the row's name.
 *
 * @type {readonly (readonly [pattern: RegExp, reason: string])[]}
 */
const EXPLANATIONS = [
  [
    /^cdn\/button\.js/,
    'Lit is in it. [The rest](decisions/sizes.md) is what came after the limit was set; to keep it, features would have to go.',
  ],
  [
    /^authorize\(\) and kommo\(\)/,
    'It consists mostly of [security checks](decisions/sizes.md). Internal names of one letter would not bring it there: the last row of these.',
  ],
];

/** @param {import('./row.mjs').Row} row */
export function explanationOf({ what }) {
  return EXPLANATIONS.find(([pattern]) => pattern.test(what))?.[1];
}
