import { addLanguage } from '../../button/language/language.js';
import { type ConnectionsCaptions, connectionsCaptions } from './captions.js';

/**
 * Adds a language for `<crm-connections>`, or replaces one. Elements already in the page follow. The buttons inside have texts of
 * their own: `registerCaptions()` adds those.
 *
 * @param tag - BCP 47 language tag
 * @param translation - all of the element's texts
 */
export function registerConnectionsCaptions(tag: string, translation: ConnectionsCaptions): void {
  addLanguage(connectionsCaptions, tag, translation);
}
