import { invalidConfiguration } from '../consent/errors.js';
import { own } from '../providers/own.js';
import { parseWebUrl } from '../providers/url.js';
import type { Banner, HiddenBanner, LicenseStatus, ThirdPartyService } from './messages.js';

const SEVERITIES = ['info', 'warning', 'error', 'success', 'announcement'];
const VARIANTS = ['text', 'outlined', 'contained', 'plain'];

/**
 * Copies a service, and checks it, so that data that cannot be posted throws here, not in a message's handler. The copy always
 * has a `displayName`: the widget keeps the one of an earlier registration.
 *
 * @throws AuthorizationError `invalid_configuration`
 */
export function checkService(given: ThirdPartyService | undefined): ThirdPartyService {
  if (!given?.name) {
    throw invalidConfiguration('service.name is missing: the widget ignores a service without a name.');
  }
  const service = copy('service', given);
  const { name, displayName, banner } = service;
  checkLicense('service.', service);
  const links: unknown = service.authorizationLinks ?? [];
  if (!Array.isArray(links)) throw invalidConfiguration('service.authorizationLinks must be a list.');
  for (const [index, link] of (links as unknown[]).entries()) {
    const { label, uri } = own(link);
    checkText(`service.authorizationLinks[${index}].label`, label);
    checkUri(`service.authorizationLinks[${index}].uri`, uri);
  }
  if (banner) checkBanner('service.banner', banner, service);
  return { ...service, displayName: displayName || name };
}

/**
 * Checks a licence status, and gives all of it: the widget says that the licence has expired where there is no text at all.
 *
 * @param prefix - what precedes the names of the fields in an error
 * @throws AuthorizationError `invalid_configuration`
 */
export function checkLicense(prefix: string, license: LicenseStatus): LicenseStatus {
  const { licenseStatus = '', licenseStatusColor, licenseDescription = '' } = own(license);
  for (const [name, value] of Object.entries({ licenseStatus, licenseDescription })) {
    if (typeof value !== 'string') throw invalidConfiguration(`${prefix}${name} must be a text.`);
  }
  checkColor(`${prefix}licenseStatusColor`, licenseStatusColor);
  checkMarkdown(`${prefix}licenseDescription`, licenseDescription);
  return { licenseStatus, licenseStatusColor, licenseDescription };
}

/**
 * Copies a banner, and checks it.
 *
 * @param name - of the option, for an error
 * @throws AuthorizationError `invalid_configuration`
 */
export function checkBanner(
  name: string,
  given: Banner | HiddenBanner,
  { buttonEventPath }: ThirdPartyService,
): Banner | HiddenBanner {
  const banner = copy(name, given);
  checkText(`${name}.id`, banner.id);
  if (banner.hidden) return banner;
  const { message, severity, action } = banner;
  checkText(`${name}.message`, message);
  checkWord(`${name}.severity`, severity, SEVERITIES);
  if (action) {
    const { label, variant, color } = own(action);
    checkText(`${name}.action.label`, label);
    checkWord(`${name}.action.variant`, variant, VARIANTS);
    checkColor(`${name}.action.color`, color);
    if (!buttonEventPath) {
      throw invalidConfiguration(
        `${name}.action needs service.buttonEventPath, the path under which the widget tells of a click on it.`,
      );
    }
  }
  return banner;
}

function copy<T extends object>(name: string, data: T): T {
  try {
    return own(structuredClone(data));
  } catch (cause) {
    throw invalidConfiguration(`${name} must hold data alone, for it is posted to the widget.`, cause);
  }
}

function checkText(name: string, value: unknown): void {
  if (!value || typeof value !== 'string') throw invalidConfiguration(`${name} is missing: give a text.`);
}

function checkWord(name: string, value: unknown, words: readonly unknown[]): void {
  if (value === undefined || words.includes(value)) return;
  throw invalidConfiguration(`${name} must be one of ${words.join(', ')}.`);
}

/** RingCentral documents no list of its colours: they are a word, or two with a dot. */
function checkColor(name: string, color: unknown): void {
  if (color === undefined || (typeof color === 'string' && /^[a-z]+(\.\w+)?$/i.test(color))) return;
  throw invalidConfiguration(
    `${name} must be a colour of the widget's palette, such as danger.b04, success.f02 or inherit.`,
  );
}

/** The widget opens whatever a link says: `javascript:` must not reach it. */
function checkUri(name: string, uri: unknown): void {
  if (typeof uri === 'string' && parseWebUrl(uri)) return;
  throw invalidConfiguration(`${name} must be a full http or https URL without credentials.`);
}

/** Checks the destinations in a text with Markdown: of its links, and of their definitions. */
function checkMarkdown(name: string, text: string): void {
  if (/<[a-z/!?]/i.test(text)) throw invalidConfiguration(`${name} must be text with Markdown, not HTML.`);
  for (const [, destination] of text.matchAll(/\][(:]\s*([^\s)]*)/g)) {
    checkUri(`The link in ${name}`, destination);
  }
}
