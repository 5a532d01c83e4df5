import type { ButtonSettings } from './button-settings.js';
import { captions } from './captions.js';
import { isImage } from './is-image.js';
import { keyword } from './keyword.js';
import type { Message } from './message.js';
import type { ButtonProvider } from './providers.js';
import { type Setting, SETTINGS } from './settings.js';

/** What the button shows. */
export interface Look {
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
  readonly isBusy: boolean;
  readonly hasDot: boolean;
  readonly message: Message;
}

/** How a button looks that is set like this, speaks this language and stands where it does. */
export function createLook(
  settings: Pick<ButtonSettings, Setting>,
  { brand, logo, isColored }: ButtonProvider,
  language: string,
  { status, isBusy, url }: { status: Message['status']; isBusy: boolean; url: string },
): Look {
  const { authorized, authorizedTitle, unauthorizedTitle, title, color, compact } = settings;
  const texts = captions[language] ?? captions.en;
  const ownCaption = authorized ? authorizedTitle : unauthorizedTitle || title;
  const caption = authorized ? texts.disconnect : texts.title;
  const size = keyword('size', settings.size, SETTINGS.size);
  const look =
    color || isColored
      ? `colors ${keyword('color', color, SETTINGS.color)}`
      : keyword('theme', settings.theme, SETTINGS.theme);
  return {
    className: `${size} ${look} ${status} ${compact ? 'compact' : ''}`,
    caption: ownCaption || caption.replace('{crm}', brand),
    lang: ownCaption ? '' : language,
    description: authorized ? null : texts.opens,
    logo: isImage(settings.authorizationLogo) ? settings.authorizationLogo : logo,
    isDisabled: settings.disabled,
    isBusy,
    hasDot: settings.showAuthRedDot && !authorized,
    message: { status, account: settings.authorizedAccount, language, texts, url },
  };
}
