import { flows } from './flows.js';
import { looks } from './looks.js';
import { outcomes } from './outcomes.js';
import { start } from './start.js';
import type { Story } from './story.js';

/** All stories, in the order in which they are shown; those of a group stand together. */
export const stories: readonly [Story, ...Story[]] = [...start, ...looks, ...outcomes, ...flows];
