import { tagOf, type TagName } from '../shared/manifest.js';
import type { Settings, Story } from '../stories/story.js';
import { handlersFor, type Handler } from './handlers.js';
import { addLanguage } from './language.js';

/** The element that a snippet is about, and what its code is called. */
export interface Subject {
  readonly tag: TagName;
  /** The entry of the package that defines it. */
  readonly module: string;
  /** Name of a component with it. */
  readonly component: string;
  /** The statements that add its language: see `addLanguage()`. */
  readonly language: string;
  readonly handlers: readonly Handler[];
}

const CHANGE: Handler = {
  event: 'crm-connections-change',
  name: 'onChange',
  parameter: '{ connections }',
  type: 'CrmConnectionsChangeEvent',
  body: 'console.log(connections.length); // also when the first list is there',
};

/** @param settings - as the snippet has them */
export function subjectOf(story: Story, settings: Settings): Subject {
  const tag = tagOf(story);
  const language = addLanguage(tag, settings);
  return tag === 'crm-connections'
    ? { tag, language, module: 'crm-oauth-button/connections', component: 'Connections', handlers: [CHANGE] }
    : {
        tag,
        language,
        module: 'crm-oauth-button',
        component: 'ConnectButton',
        handlers: handlersFor(settings),
      };
}
