import type { Locale } from '../pages/consent-captions.js';
import { mark } from '../pages/drawings.js';
import type { ServedBrand } from '../shared/authorization-endpoint.js';
import type { ProblemTexts } from './crm-grants.js';

/** A CRM that speaks this protocol, and all in which it differs from the others that do. */
export interface CrmBrand extends ServedBrand {
  readonly id: 'kommo' | 'amocrm';
  readonly consentPaths: Readonly<Record<string, Locale>>;
  /** Domain of the accounts: `acme.kommo.com`. */
  readonly accountDomain: string;
  /** The error body of the token endpoint. */
  readonly problem: ProblemTexts;
}

/** The host of an account, as `referer` gives it: `acme.kommo.com`. */
export function accountHost(
  { subdomain }: { readonly subdomain: string },
  { accountDomain }: Pick<CrmBrand, 'accountDomain'>,
): string {
  return `${subdomain}.${accountDomain}`;
}

export const KOMMO: CrmBrand = {
  id: 'kommo',
  name: 'Kommo',
  mark: mark('<path class="ink" d="M11 8.5v15M21.5 8.5 13 16l8.5 7.5"/>'),
  palette: {},
  prefix: '',
  consentPaths: { '/oauth': 'en', '/es/oauth': 'es', '/br/oauth': 'pt', '/id/oauth': 'id' },
  accountDomain: 'kommo.com',
  problem: {
    title: 'Bad Request',
    type: 'https://httpstatus.es/400',
    detail: 'The request lacks a number of parameters, or the parameters are invalid',
  },
};

export const AMOCRM: CrmBrand = {
  id: 'amocrm',
  name: 'amoCRM',
  mark: mark(
    '<g class="ink fine"><circle cx="7.7" cy="16.4" r="2.9"/><path d="M10.6 13.3v6.2M14 19.5v-6.2M14 15.7a2.1 2.1 0 0 1 4.2 0v3.8M18.2 15.7a2.1 2.1 0 0 1 4.2 0"/><circle cx="25" cy="16.4" r="2.9"/></g>',
  ),
  palette: {
    canvas: ['#eff5f8', '#09141a'],
    surface: ['#ffffff', '#11212a'],
    panel: ['#f8fbfc', '#152833'],
    text: ['#10242e', '#ebf5fa'],
    muted: ['#4c6573', '#9fb8c5'],
    border: ['#d5e2e9', '#274050'],
    control: ['#7c95a2', '#6f8b9a'],
    accent: ['#006f9f', '#74cbf0'],
    'on-accent': ['#ffffff', '#04202c'],
    'accent-hover': ['#005a82', '#9bdaf6'],
    soft: ['#e0f0f7', '#1b3746'],
    focus: ['#0083bd', '#55bdea'],
  },
  prefix: '/amocrm',
  consentPaths: { '/oauth': 'ru' },
  accountDomain: 'amocrm.ru',
  problem: {
    title: 'Некорректный запрос',
    type: 'https://developers.amocrm.ru/v3/errors/OAuthProblemJson',
    detail: 'В запросе отсутствует ряд параметров или параметры невалидны',
  },
};
