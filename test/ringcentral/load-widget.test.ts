import { aTimeout, expect } from '@open-wc/testing';
import { AuthorizationError } from '../../src/consent.js';
import { frameUrl, loadAdapter, loadFrame } from '../../src/ringcentral.js';
import { countHeld } from '../helpers/held.js';
import { sandboxUrl } from '../helpers/sandbox.js';

const base = `${sandboxUrl}/ringcentral/embeddable`;
const options = { base, clientId: 'shop' };
/** The widget of a browser that blocks the storage of third parties: it never speaks. */
const silent = { ...options, parameters: { sandboxStart: 'blocked' } };
const held = countHeld();

afterEach(() => {
  for (const element of document.querySelectorAll('iframe, script[src*="adapter.js"], [id$="widget"]')) {
    element.remove();
  }
});

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'loaded',
    (error: unknown) => (error as AuthorizationError).code,
  );

const errorOf = (promise: Promise<unknown>): Promise<AuthorizationError> =>
  promise.then(
    () => new AuthorizationError('loaded'),
    (error: unknown) => error as AuthorizationError,
  );

describe('loadFrame()', () => {
  it('appends a frame at once, and gives it once the widget is ready', async () => {
    const before = held();
    const box = document.body.appendChild(document.createElement('div'));
    let isReady = false as boolean;
    addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
      isReady ||= data.type === 'rc-login-status-notify';
    });
    const loading = loadFrame(box, options);
    const frame = box.querySelector('iframe')!;
    expect(frame.src).to.equal(frameUrl(options));
    expect([frame.id, frame.title, frame.allow]).to.eql([
      'rc-widget-adapter-frame',
      'RingCentral',
      'autoplay; microphone',
    ]);
    expect(isReady).to.equal(false);
    expect(await loading).to.equal(frame);
    expect(isReady).to.equal(true);
    expect(held().listeners).to.equal(before.listeners + 1);
    box.remove();
  });

  it('waits no longer than the signal says', async () => {
    const before = held();
    const controller = new AbortController();
    const outcome = codeOf(loadFrame(document.body, options, { signal: controller.signal }));
    controller.abort();
    expect(await outcome).to.equal('aborted');
    expect(await codeOf(loadFrame(document.body, options, { signal: controller.signal }))).to.equal(
      'aborted',
    );
    expect(held()).to.eql(before);
    expect(document.querySelectorAll('iframe').length).to.equal(0);
  });

  it('ends with timeout where the widget never speaks, says what to do, and leaves nothing behind', async () => {
    const before = held();
    const error = await errorOf(loadFrame(document.body, silent, { timeout: 1500 }));
    expect(error.code).to.equal('timeout');
    expect(error.message).to.match(/within 1500 ms.*storage.*base.*timeout/);
    expect(held()).to.eql(before);
    expect(document.querySelectorAll('iframe').length).to.equal(0);
  });

  it('has a minute by default, which ends with the waiting', async () => {
    const delays: unknown[] = [];
    const setTimeout = window.setTimeout.bind(window);
    window.setTimeout = ((task: () => void, delay?: number) => {
      delays.push(delay);
      return setTimeout(task, delay);
    }) as typeof setTimeout;
    await loadFrame(document.body, options).finally(() => (window.setTimeout = setTimeout));
    expect(delays).to.include(60_000);
  });

  for (const timeout of [0, -1, Number.NaN, Infinity, '5' as unknown as number]) {
    it(`refuses ${String(timeout)} for its time limit, and appends nothing`, async () => {
      const error = await errorOf(loadFrame(document.body, options, { timeout }));
      expect(error).to.include({ code: 'invalid_configuration' });
      expect(error.message).to.contain('timeout must be');
      expect(document.querySelectorAll('iframe').length).to.equal(0);
    });
  }

  it('rejects with what is wrong, and appends nothing', async () => {
    expect(await codeOf(loadFrame(document.body, { ...options, clientId: '' }))).to.equal(
      'invalid_configuration',
    );
    expect(document.querySelectorAll('iframe').length).to.equal(0);
  });
});

describe('loadAdapter()', () => {
  it('gives the frame that the script adds, once the widget is ready', async () => {
    const before = held();
    const frame = await loadAdapter({ ...options, prefix: 'phone', redirectUri: 'https://shop.example/' });
    expect(frame.id).to.equal('phone-adapter-frame');
    expect(new URL(frame.src).searchParams.get('redirectUri')).to.equal('https://shop.example/');
    expect(held()).to.eql(before);
    document.getElementById('phone')!.remove();
  });

  it('refuses to load the script twice, which would do nothing', async () => {
    const frame = await loadAdapter(options);
    expect(await codeOf(loadAdapter(options))).to.equal('invalid_configuration');
    frame.remove();
  });

  it('tells that the script cannot be loaded, without the secrets in its URL', async () => {
    const wrong = loadAdapter({ ...options, base: `${base}/nowhere`, clientSecret: 'hush' });
    const error = await wrong.catch((cause: unknown) => cause as AuthorizationError);
    expect(error).to.be.instanceOf(AuthorizationError);
    expect(error).to.include({ code: 'unsupported_environment' });
    expect((error as AuthorizationError).message)
      .to.contain('/nowhere/adapter.js')
      .and.not.contain('hush');
    expect(document.querySelectorAll('script[src*="adapter.js"]').length).to.equal(0);
  });

  it('ends with timeout where the widget never speaks, and may be called again', async () => {
    const before = held();
    const error = await errorOf(loadAdapter({ ...silent, prefix: 'mute' }, { timeout: 3000 }));
    expect(error.code).to.equal('timeout');
    expect(document.querySelectorAll('#mute, iframe, script[src*="adapter.js"]').length).to.equal(0);
    expect(held()).to.eql(before);
    const frame = await loadAdapter({ ...options, prefix: 'mute' });
    expect(frame.id).to.equal('mute-adapter-frame');
  });

  it('waits no longer than the signal says', async () => {
    const controller = new AbortController();
    const outcome = codeOf(loadAdapter({ ...options, prefix: 'late' }, { signal: controller.signal }));
    await aTimeout(0);
    controller.abort();
    expect(await outcome).to.equal('aborted');
  });
});
