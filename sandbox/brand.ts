/** The languages of the consent page. */
export type Locale = 'en' | 'es' | 'pt' | 'id' | 'ru';

/** Whose pages these are: it decides on name, mark and colours. */
export interface Look {
  id: 'kommo' | 'amocrm' | 'ringcentral';
  name: string;
}

/** What tells one CRM from the other. Both speak the same protocol. */
export interface Brand extends Look {
  id: 'kommo' | 'amocrm';
  /** Where the sandbox serves this brand; the vendor serves each at the root of its own site. */
  prefix: '' | '/amocrm';
  /** Domain of the accounts: `acme.kommo.com`. */
  accountDomain: string;
  /** Paths of the consent page below `prefix`, each in its language. */
  consentPaths: Readonly<Record<string, Locale>>;
  /** The texts that every error body of the token endpoint repeats. */
  problem: { title: string; type: string; detail: string };
}

export const KOMMO: Brand = {
  id: 'kommo',
  name: 'Kommo',
  prefix: '',
  accountDomain: 'kommo.com',
  consentPaths: { '/oauth': 'en', '/es/oauth': 'es', '/br/oauth': 'pt', '/id/oauth': 'id' },
  problem: {
    title: 'Bad Request',
    type: 'https://httpstatus.es/400',
    detail: 'The request lacks a number of parameters, or the parameters are invalid',
  },
};

export const AMOCRM: Brand = {
  id: 'amocrm',
  name: 'amoCRM',
  prefix: '/amocrm',
  accountDomain: 'amocrm.ru',
  consentPaths: { '/oauth': 'ru' },
  problem: {
    title: 'Некорректный запрос',
    type: 'https://developers.amocrm.ru/v3/errors/OAuthProblemJson',
    detail: 'В запросе отсутствует ряд параметров или параметры невалидны',
  },
};
