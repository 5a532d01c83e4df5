import { keyword } from '../attribute-values.js';
import type { ButtonStatus } from '../events.js';
import { type Captions, captions } from '../language/captions.js';
import type { ButtonProvider } from '../providers.js';
import { type Settings, SETTINGS } from '../settings.js';
import { isImage } from './logo.js';

/** Where the button stands. */
export interface State {
  readonly status: ButtonStatus;
  readonly isBusy: boolean;
  /** URL of the consent page, once there was one. */
  readonly url: string;
  /** Whether there is a line below the button, be it empty: assistive technology hears only what comes into one. */
  readonly hasLine: boolean;
  /** Whether the page has given a caption of its own. */
  readonly hasContent: boolean;
}

/** The line below the button. */
export interface Message {
  readonly status: ButtonStatus;
  readonly language: string;
  readonly texts: Captions;
  /** The account that is connected. */
  readonly account: string;
  /** URL of the consent page, for a tab instead of a window. */
  readonly url: string;
}

/** All that the button shows. */
export interface Look extends Pick<State, 'isBusy' | 'hasLine' | 'hasContent'> {
  /** Size, theme or colour. */
  readonly className: string;
  readonly caption: string;
  /** Language of the caption; empty where the page has written it, in its own. */
  readonly lang: string;
  /** What assistive technology says besides the caption. */
  readonly description: string | null;
  /** URL of an image, or a mark as the data of an SVG path. */
  readonly logo: string;
  readonly isDisabled: boolean;
  readonly hasDot: boolean;
  readonly message: Message;
}

/** How a button looks that is set like this, speaks this language and stands where it does. */
export function createLook(
  settings: Settings,
  { brand, logo, isColored }: ButtonProvider,
  language: string,
  { status, url, isBusy, hasLine, hasContent }: State,
): Look {
  const { authorized, authorizedTitle, unauthorizedTitle, title, color, compact } = settings;
  const texts = captions[language] ?? captions.en;
  const ownCaption = authorized ? authorizedTitle : unauthorizedTitle || title;
  const caption = authorized ? texts.disconnect : texts.title;
  const known = (name: 'size' | 'color' | 'theme'): string =>
    keyword(name, settings[name], SETTINGS[name].keywords ?? []);
  const look = color || isColored ? `colors ${known('color')}` : known('theme');
  return {
    className: `${known('size')} ${look} ${status} ${compact ? 'compact' : ''}`,
    caption: ownCaption || caption.replace('{crm}', brand),
    lang: ownCaption ? '' : language,
    description: authorized ? null : texts.opens,
    logo: isImage(settings.authorizationLogo) ? settings.authorizationLogo : logo,
    isDisabled: settings.disabled,
    isBusy,
    hasLine,
    hasContent,
    hasDot: settings.showAuthRedDot && !authorized,
    message: { status, account: settings.authorizedAccount, language, texts, url },
  };
}
