import { keyword } from '../attribute-values.js';
import type { ButtonStatus } from '../events.js';
import { type Captions, captions } from '../language/captions.js';
import type { ButtonProvider } from '../providers.js';
import { type Settings, SETTINGS } from '../settings.js';
import { isImage } from './logo.js';

/** The state of a button. */
export interface State {
  readonly status: ButtonStatus;
  readonly isBusy: boolean;
  /** Whether the visitor has to finish in another window. */
  readonly isElsewhere: boolean;
  /** Words for the page's developer, in English, in place of those for an error. */
  readonly mistake: string | undefined;
  /** URL of the last attempt's consent page for a link, if there was one. */
  readonly url: string;
  /** Whether the line below exists, even empty: assistive technology announces only text that enters an existing one. */
  readonly hasLine: boolean;
  /** Whether the page has slotted a caption. */
  readonly hasContent: boolean;
}

/** The line below the button. */
export interface Message {
  readonly status: ButtonStatus;
  readonly language: string;
  readonly texts: Captions;
  /** The connected account. */
  readonly account: string;
  readonly isElsewhere: boolean;
  readonly mistake: string | undefined;
  /** URL of the consent page, for a link instead of a window. */
  readonly url: string;
}

/** How a button looks. */
export interface Look extends Pick<State, 'isBusy' | 'hasLine' | 'hasContent'> {
  /** Size, theme or colour. */
  readonly className: string;
  readonly caption: string;
  /** Language of the caption; empty if the page wrote the caption, in its own language. */
  readonly lang: string;
  /** The accessible description. */
  readonly description: string | null;
  /** URL of an image, or a mark as the data of an SVG path. */
  readonly logo: string;
  readonly isDisabled: boolean;
  readonly hasDot: boolean;
  readonly message: Message;
}

/** Derives a button's look from its settings, provider, language and state. */
export function createLook(
  settings: Settings,
  { brand, logo, isColored }: ButtonProvider,
  language: string,
  { status, url, isBusy, isElsewhere, mistake, hasLine, hasContent }: State,
): Look {
  const { authorizedTitle, unauthorizedTitle, title, color, compact, mode, reconnect } = settings;
  const authorized = settings.authorized && !reconnect;
  const texts = captions[language] ?? captions.en;
  const ownCaption = authorized ? authorizedTitle : reconnect ? '' : unauthorizedTitle || title;
  const caption = authorized ? texts.disconnect : reconnect ? texts.reconnect : texts.title;
  const known = (name: 'size' | 'color' | 'theme'): string =>
    keyword(name, settings[name], SETTINGS[name].keywords ?? []);
  const look = color || isColored ? `colors ${known('color')}` : known('theme');
  return {
    className: `${known('size')} ${look} ${status} ${compact ? 'compact' : ''}`,
    caption: ownCaption || caption.replace('{crm}', brand),
    lang: ownCaption ? '' : language,
    // A click that leaves the page is like that on any link.
    description: authorized || mode === 'redirect' ? null : texts.opens,
    logo: isImage(settings.authorizationLogo) ? settings.authorizationLogo : logo,
    isDisabled: settings.disabled,
    isBusy,
    hasLine,
    hasContent,
    hasDot: settings.showAuthRedDot && !authorized,
    message: { status, account: settings.authorizedAccount, language, texts, isElsewhere, mistake, url },
  };
}
