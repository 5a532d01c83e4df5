import { expect } from '@open-wc/testing';

/** The message of a module worker after it has run a script. */
async function inWorker(script: string): Promise<unknown> {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message || 'The worker did not load.'));
    });
  } finally {
    worker.terminate();
    URL.revokeObjectURL(url);
  }
}

const module = (name: string): string => JSON.stringify(new URL(`../../src/${name}.ts`, import.meta.url));

describe('in a worker, where there is no DOM', () => {
  const names = [
    'index',
    'element',
    'consent',
    'callback',
    'ringcentral',
    'locales',
    'server',
    'ssr',
    'testing',
  ];
  for (const name of names) {
    it(`the module ${name} loads`, async () => {
      const exported = await inWorker(
        `import * as module from ${module(name)}; postMessage(Object.keys(module).length);`,
      );
      expect(exported).to.be.above(0);
    });
  }

  it('a button can be rendered', async () => {
    const html = await inWorker(
      `import { renderButton } from ${module('ssr')}; postMessage(renderButton({ 'client-id': 'shop' }));`,
    );
    expect(html).to.contain('Continue with Kommo');
  });

  it('an authorization is refused with an error that says why', async () => {
    const code = await inWorker(
      `import { authorize, kommo } from ${module('consent')};
      authorize(kommo({ clientId: 'shop' })).catch(({ code }) => postMessage(code));`,
    );
    expect(code).to.equal('unsupported_environment');
  });
});
