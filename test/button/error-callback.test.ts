import { expect } from '@open-wc/testing';
import { callErrorCallback } from '../../src/button/error-callback.js';
import { recordConsole } from '../helpers/console.js';

const posted = { client_id: 'shop', error: 'access_denied' };

/** What the page's functions were called with, and on what. */
let calls: [receiver: unknown, ...rest: unknown[]][] = [];
function record(this: unknown, ...rest: unknown[]): void {
  calls.push([this, ...rest]);
}

describe('callErrorCallback', () => {
  const warnings = recordConsole('warn');
  const app = { auth: { record }, name: 'no function', nothing: null };
  const page = globalThis as unknown as Record<string, unknown>;
  let reported: unknown[] = [];
  const { reportError } = globalThis;

  before(() => {
    Object.assign(page, { app, record });
    globalThis.reportError = (error) => reported.push(error);
  });
  after(() => {
    delete page.app;
    delete page.record;
    globalThis.reportError = reportError;
  });
  beforeEach(() => {
    calls = [];
    reported = [];
    warnings.length = 0;
  });

  const receivers: Record<string, unknown> = {
    record: globalThis,
    'window.record': globalThis,
    ' record ': globalThis,
    'app.auth.record': app.auth,
    'window.app.auth.record': app.auth,
  };
  for (const [name, receiver] of Object.entries(receivers)) {
    it(`calls ${JSON.stringify(name)} on its receiver, with the very object that was posted`, () => {
      callErrorCallback(name, posted);
      expect(calls).to.have.length(1);
      expect(calls[0]![0]).to.equal(receiver);
      expect(calls[0]![1]).to.equal(posted);
      expect(calls[0]).to.have.length(2);
      expect(warnings).to.eql([]);
    });
  }

  for (const name of [
    'none',
    'app.none.record',
    'app.nothing.record',
    'app.name',
    '.',
    'record()',
    'alert(1)',
  ]) {
    it(`says once that there is no function ${JSON.stringify(name)}`, () => {
      callErrorCallback(name, posted);
      callErrorCallback(name, posted);
      expect(calls).to.eql([]);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(`"${name}"`).and.include('const');
    });
  }

  it('never runs code', () => {
    for (const name of [
      'record(1)',
      'record`1`',
      '(() => record(1))()',
      'app["auth"].record',
      'record;record',
    ]) {
      callErrorCallback(name, posted);
    }
    expect(calls).to.eql([]);
  });

  it('reports what a function or a getter throws, and goes on', () => {
    const error = new Error('of the page');
    const thrower = (): never => {
      throw error;
    };
    Object.assign(app, { thrower });
    Object.defineProperty(app, 'getter', { get: thrower });
    callErrorCallback('app.thrower', posted);
    callErrorCallback('app.getter.record', posted);
    expect(reported).to.eql([error, error]);
  });
});
