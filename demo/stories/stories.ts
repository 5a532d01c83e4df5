import { doWithoutAWindow } from './do-without-a-window.js';
import { everyCrm } from './every-crm.js';
import { goFurther } from './go-further.js';
import { learnTheOutcome } from './learn-the-outcome.js';
import { makeItYours } from './make-it-yours.js';
import { putItOnAPage } from './put-it-on-a-page.js';
import type { Story } from './story.js';

/** All stories, in the order of the sidebar; those of a group stand together. */
export const stories: readonly [Story, ...Story[]] = [
  ...putItOnAPage,
  ...makeItYours,
  ...learnTheOutcome,
  ...doWithoutAWindow,
  ...goFurther,
  ...everyCrm,
];
