import { expect } from '@open-wc/testing';
import { registerConnectionsCaptions } from '../../src/connections.js';
import { connectionsCaptions } from '../../src/connections/language/captions.js';
import { draw, one, serve, texts } from '../helpers/connections-server.js';
import { recordConsole } from '../helpers/console.js';
import { until } from '../helpers/until.js';

const { en } = connectionsCaptions;

describe('the language of <crm-connections>', () => {
  serve();
  const warnings = recordConsole('warn');

  for (const [locale, status, date] of [
    ['', 'Connected since', 'Mar 14, 2026'],
    ['es-MX', 'Conectado desde el', '14 mar 2026'],
    ['id', 'Terhubung sejak', '14 Mar 2026'],
    ['pt-BR', 'Conectado desde', '14 de mar. de 2026'],
    ['RU', 'Подключено:', '14 мар. 2026'],
  ] as const) {
    it(`is that of locale="${locale}", dates included`, async () => {
      const element = await draw({ locale });
      expect(texts(element, '.account .status')[0]).to.equal(
        `${status} ${date}${locale === 'RU' ? ' г.' : ''}`,
      );
      expect(one(element, '.root').lang).to.equal(locale.slice(0, 2).toLowerCase() || 'en');
    });
  }

  it('follows lang where it is auto', async () => {
    const element = await draw({ locale: 'auto', lang: 'es' });
    expect(texts(element, '.none')).to.eql(['Sin conectar']);
    element.lang = 'ru';
    await until(() => texts(element, '.none')[0] === 'Не подключено');
  });

  it('has those that a page adds, and elements that are there follow', async () => {
    const element = await draw({ locale: 'xa' });
    expect(texts(element, '.none')).to.eql(['Not connected']);
    registerConnectionsCaptions('xa', { ...en, none: 'Xa' });
    await element.updateComplete;
    expect(texts(element, '.none')).to.eql(['Xa']);
  });

  it('writes days as the browser does under a tag that is none', async () => {
    registerConnectionsCaptions('x_y', { ...en, since: 'Xy {date}' });
    const element = await draw({ locale: 'x_y' });
    expect(texts(element, '.account .status')[0]).to.match(/^Xy .*2026/);
  });

  it('warns of one that is unknown', async () => {
    await draw({ locale: 'xq' });
    await until(() =>
      warnings.some((text) => text.includes('locale="xq" is unknown. Known: en es id pt ru')),
    );
  });

  it('isolates names, which may run in another direction', async () => {
    const element = await draw({ dir: 'rtl' });
    expect(one(element, '.account-name').firstElementChild?.localName).to.equal('bdi');
    expect(getComputedStyle(one(element, '.account-name')).direction).to.equal('rtl');
    expect(getComputedStyle(one(element, '.account-name bdi')).direction).to.equal('ltr');
  });
});
