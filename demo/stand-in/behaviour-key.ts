/** Where the studio stores how the pages that stand in for the sandbox behave; they share its origin. */
export const BEHAVIOUR_KEY = 'crm-oauth-button-behaviour';
