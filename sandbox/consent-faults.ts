/** The form was sent from another site. */
export const FORGED = {
  message: 'The answer did not come from the consent page.',
  remedy: 'Open the consent page in a browser, and press Allow or Deny there.',
};

/** The form carries no decision. */
export const INCOMPLETE = {
  message: 'The form was sent without an answer, or without a known account.',
  remedy: 'Send answer=allow with an account’s id as account, or answer=deny.',
};
