import { basics } from './basics.js';
import { flows } from './flows.js';
import { looks } from './looks.js';
import type { Story } from './story.js';

/** All stories, in the order in which they are shown; those of a group stand together. */
export const stories: readonly Story[] = [...basics, ...flows, ...looks];
