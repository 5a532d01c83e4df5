import { attributeName } from '../../src/button/settings.js';
import type { Settings } from '../stories/story.js';

/** Name and value of an attribute. */
export type Attribute = readonly [name: string, value: string | true];

/** The attributes that bring these settings about. */
export function attributesOf(settings: Settings, prefix = ''): readonly Attribute[] {
  return Object.entries(settings).flatMap(([property, value]): Attribute[] =>
    value === false || value === '' ? [] : [[prefix + attributeName(property), value]],
  );
}
