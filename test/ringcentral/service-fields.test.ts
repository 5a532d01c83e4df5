import { expect } from '@open-wc/testing';
import { AuthorizationError } from '../../src/consent.js';
import {
  type Banner,
  connectThirdPartyService,
  type LicenseStatus,
  type ServiceConnection,
  type ThirdPartyService,
} from '../../src/ringcentral.js';
import { type FakeWidget, fakeWidget, type Received } from '../helpers/fake-widget.js';

const REGISTRATION = 'rc-adapter-register-third-party-service';
const ready = { type: 'rc-login-status-notify', loggedIn: true };
const license = {
  licenseStatus: 'License: expired',
  licenseStatusColor: 'danger.b04',
  licenseDescription: 'Buy one [here](https://shop.example/a?b=c), or [there](http://shop.example/).',
};
const banner: Banner = {
  id: 'lost',
  message: 'The connection is lost',
  severity: 'error',
  action: { label: 'Reconnect', variant: 'contained', color: 'danger.b04' },
};
const authorizationLinks = [{ label: 'Support', uri: 'https://shop.example/support' }];
const buttonEventPath = '/button';

let widget: FakeWidget | undefined;
let connection: ServiceConnection | undefined;
afterEach(() => {
  connection?.disconnect();
  widget?.frame.remove();
});

const functions = { authorize: () => Promise.resolve(), unauthorize: () => undefined };

/** Connects a service to a new widget, and gives what that has received. */
async function connect(fields: Partial<ThirdPartyService> = {}): Promise<Received[]> {
  widget = await fakeWidget();
  connection = connectThirdPartyService(widget.frame, {
    service: { name: 'Kommo', ...fields },
    ...functions,
  });
  await widget.settle();
  return widget.received;
}

/** What the widget is told when it gets ready again. */
async function registeredAgain(): Promise<Received['service']> {
  widget!.received.length = 0;
  await widget!.say(ready);
  await widget!.settle();
  return widget!.received.find(({ type }) => type === REGISTRATION)?.service;
}

describe('a service', () => {
  it('is registered with its licence status, links and banner', async () => {
    const [sent] = await connect({ ...license, authorizationLinks, buttonEventPath, banner });
    expect(sent!.service).to.deep.include({ ...license, authorizationLinks, buttonEventPath, banner });
  });

  const wrong: [option: string, service: object][] = [
    ['service.licenseStatus', { licenseStatus: 7 }],
    ['service.licenseStatusColor', { licenseStatusColor: 'red;background:url(//evil.example)' }],
    ['service.licenseStatusColor', { licenseStatusColor: '#b3261e' }],
    ['service.licenseDescription', { licenseDescription: 'Buy [one](javascript:alert(1))' }],
    ['service.licenseDescription', { licenseDescription: 'Buy [one]( JaVaScRiPt:alert(1))' }],
    ['service.licenseDescription', { licenseDescription: '[one][1]\n\n[1]: javascript:alert(1)' }],
    ['service.licenseDescription', { licenseDescription: 'Buy <a href="javascript:alert(1)">one</a>' }],
    ['service.licenseDescription', { licenseDescription: '<javascript:alert(1)>' }],
    ['service.authorizationLinks', { authorizationLinks: 'https://shop.example/' }],
    ['service.authorizationLinks[0].label', { authorizationLinks: [{ uri: 'https://shop.example/' }] }],
    ['service.authorizationLinks[0].label', { authorizationLinks: [null] }],
    [
      'service.authorizationLinks[1].uri',
      { authorizationLinks: [...authorizationLinks, { label: 'x', uri: 'javascript:alert(1)' }] },
    ],
    ['service.authorizationLinks[0].uri', { authorizationLinks: [{ label: 'x', uri: '/support' }] }],
    ['service.authorizationLinks[0].uri', { authorizationLinks: [{ label: 'x', uri: 'data:text/html,x' }] }],
    ['service.banner.id', { banner: { message: 'x' } }],
    ['service.banner.message', { banner: { id: 'x' } }],
    ['service.banner.severity', { banner: { ...banner, severity: 'danger' } }],
    ['service.banner.action.label', { buttonEventPath, banner: { ...banner, action: {} } }],
    [
      'service.banner.action.variant',
      { buttonEventPath, banner: { ...banner, action: { label: 'x', variant: 'big' } } },
    ],
    [
      'service.banner.action.color',
      { buttonEventPath, banner: { ...banner, action: { label: 'x', color: 'a b' } } },
    ],
    ['service.buttonEventPath', { banner }],
  ];
  for (const [option, fields] of wrong) {
    it(`is refused, and the error names ${option}: ${JSON.stringify(fields)}`, () => {
      const frame = Object.assign(document.createElement('iframe'), {
        src: 'https://widget.example/app.html',
      });
      const service = { name: 'Kommo', ...fields };
      expect(() => connectThirdPartyService(frame, { service, ...functions }))
        .to.throw(AuthorizationError, option)
        .with.property('code', 'invalid_configuration');
    });
  }
});

describe('updateLicenseStatus()', () => {
  it('tells the widget all of it, and again when the widget gets ready again', async () => {
    const received = await connect(license);
    received.length = 0;
    connection!.updateLicenseStatus({ licenseStatus: 'License: active' });
    await widget!.settle();
    const { licenseStatusColor, ...sent } = received[0]!;
    expect(sent).to.eql({
      type: 'rc-adapter-refresh-license-status',
      licenseStatus: 'License: active',
      licenseDescription: '',
    });
    expect(licenseStatusColor).to.equal(undefined);
    expect(await registeredAgain()).to.include({ licenseStatus: 'License: active', licenseDescription: '' });
  });

  it('posts nothing besides, whatever else it is given', async () => {
    const received = await connect();
    received.length = 0;
    connection!.updateLicenseStatus({ ...license, callbackUri: 'https://evil.example/' } as LicenseStatus);
    await widget!.settle();
    expect(received).to.eql([{ type: 'rc-adapter-refresh-license-status', ...license }]);
  });

  it('refuses a link that is none, and tells the widget nothing', async () => {
    const received = await connect();
    received.length = 0;
    expect(() => connection!.updateLicenseStatus({ licenseDescription: '[x](javascript:alert(1))' }))
      .to.throw(AuthorizationError, 'licenseDescription')
      .with.property('code', 'invalid_configuration');
    await widget!.settle();
    expect(received).to.eql([]);
  });
});

describe('updateBanner()', () => {
  const update = (changed: object): object => ({
    type: 'rc-adapter-update-customized-banner',
    banner: changed,
  });

  it('shows a banner, again when the widget gets ready again, and removes it', async () => {
    const received = await connect({ buttonEventPath });
    received.length = 0;
    connection!.updateBanner(banner);
    await widget!.settle();
    expect(received).to.eql([update(banner)]);
    expect(await registeredAgain()).to.deep.include({ banner });

    received.length = 0;
    connection!.updateBanner({ id: 'lost', hidden: true });
    await widget!.settle();
    expect(received).to.eql([update({ id: 'lost', hidden: true })]);
    expect(await registeredAgain()).to.have.property('banner', undefined);
  });

  it('leaves a banner away that the visitor has closed', async () => {
    await connect({ buttonEventPath, banner: { id: 'news', message: 'News', closable: true } });
    const body = { button: { id: 'news', type: 'customizedBanner', dismissed: true } };
    await widget!.say({ type: 'rc-post-message-request', requestId: 'r1', path: buttonEventPath, body });
    expect(await registeredAgain()).to.have.property('banner', undefined);
  });

  it('refuses a button without a path for its click, and tells the widget nothing', async () => {
    const received = await connect();
    received.length = 0;
    expect(() => connection!.updateBanner(banner)).to.throw(AuthorizationError, 'service.buttonEventPath');
    await widget!.settle();
    expect(received).to.eql([]);
  });
});
