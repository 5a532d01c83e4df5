import { expect } from '@open-wc/testing';
import { callErrorCallback, findCallback } from '../../src/button/error-callback.js';
import { recordConsole } from '../helpers/console.js';

const posted = { client_id: 'shop', error: 'access_denied' };

/** Arguments and receivers of the page's functions. */
let calls: [receiver: unknown, ...rest: unknown[]][] = [];
function record(this: unknown, ...rest: unknown[]): void {
  calls.push([this, ...rest]);
}

/** Names of all functions of the browser that two dots or less lead to, from the global object. */
function nativeNames(): string[] {
  const isNative = (value: unknown): boolean =>
    typeof value === 'function' &&
    /\[native code]\s*}$/.test(Function.prototype.toString.call(value)) &&
    !value.name.startsWith('bound ');
  const found: string[] = [];
  const look = (value: object, path: string, depth: number): void => {
    for (const name of propertyNames(value)) {
      let property: unknown;
      try {
        property = Reflect.get(value, name);
      } catch {
        continue;
      }
      const full = path + name;
      if (isNative(property)) found.push(full);
      const isObject = property !== null && ['object', 'function'].includes(typeof property);
      if (depth && isObject) look(property as object, `${full}.`, depth - 1);
    }
  };
  look(globalThis, '', 1);
  look(location, 'window.location.', 0);
  look(document, 'self.document.', 0);
  look(history, 'window.history.', 0);
  look(record, 'app.auth.record.', 0);
  look(Object, 'constructor.', 0);
  return found;
}

/** With those that it inherits, as a lookup finds them. */
function propertyNames(value: object): string[] {
  const names: string[] = [];
  for (let at: object | null = value; at; at = Object.getPrototypeOf(at) as object | null) {
    names.push(...Object.getOwnPropertyNames(at));
  }
  return [...new Set(names)].filter((name) => !name.includes('.'));
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
    it(`calls ${JSON.stringify(name)} on its receiver, with the refusal alone`, () => {
      callErrorCallback(name, posted);
      expect(calls).to.have.length(1);
      expect(calls[0]![0]).to.equal(receiver);
      expect(calls[0]![1]).to.equal(posted);
      expect(calls[0]).to.have.length(2);
      expect(warnings).to.eql([]);
    });
  }

  it('calls a function that the page has bound', () => {
    Object.assign(app, { bound: record.bind(app.auth), alert: alert.bind(window) });
    callErrorCallback('app.bound', posted);
    expect(calls).to.eql([[app.auth, posted]]);
    expect(findCallback('app.alert'), 'one of the browser’s, too').to.be.a('function');
  });

  it('calls a method of a class, and what stands on a function', () => {
    class Page {
      static record = record;
      record = record;
    }
    Object.assign(app, { Page, page: new Page() });
    for (const name of ['app.Page.record', 'app.page.record']) callErrorCallback(name, posted);
    expect(calls.map(([, refusal]) => refusal)).to.eql([posted, posted]);
  });

  it('calls no function of the browser, by whatever name it can be reached', function () {
    this.timeout(60_000);
    const names = nativeNames();
    expect(names.length).to.be.greaterThan(5000);
    expect(names).to.include.members([
      'setTimeout',
      'setInterval',
      'eval',
      'Function',
      'document.write',
      'location.assign',
      'location.replace',
      'open',
      'window.open',
      'constructor.constructor',
      'app.auth.record.call',
    ]);
    expect(names.filter((name) => findCallback(name))).to.eql([]);
  });

  it('says so of a function of the browser', () => {
    callErrorCallback('setTimeout', posted);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('"setTimeout"').and.include('window');
  });

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
