import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { readBlocks } from '../helpers/documents.js';

const DOCUMENTS = [
  'docs/back-end.md',
  ...readdirSync('docs/back-end').map((name) => join('docs/back-end', name)),
  'docs/getting-started.md',
  'README.md',
].filter((path) => path.endsWith('.md'));

/** What a reader has besides the package, by the names that the documents give it. */
const READER = `
import { Pool } from 'pg';
import { createClient } from 'redis';
import * as server from './src/server.js';
import { RedisStates } from './docs/back-end/redis.js';
declare const [clientId, clientSecret, redirectUri, secretOfEurope]: string[];
declare const hubspot: { clientId: string; clientSecret: string };
declare const [key, newKey, oldKey, CRM_KEY, user, id, session, pasted]: string[];
declare const expiresAt: number;
declare const [request]: Request[];
declare const sessions: { userOf(request: Request): string | undefined };
declare const crm: server.Handler;
declare const client: server.Client;
declare const tokens: server.TokenStore & server.TokenSet;
declare const store: server.TokenStore;
declare const states: server.StateStore;
declare const secrets: server.SecretsStore;
declare const account: string;
declare const response: server.CallbackResponse;
declare function findSecret(clientId: string): Promise<string | undefined>;
declare function findClient(clientId?: string): Promise<server.Client | undefined>;
declare function keep(client: server.Client): Promise<void>;
`;

/** Of code for a page, which has no business with the back end. */
const PAGE = /\b(document|button|myButton|frame|authorize)\b/;

/** Blocks of code for a server, without what each block here has anyway. */
function readCalls(path: string): string[] {
  return readBlocks(path)
    .filter(({ language, code }) => language === 'js' && !PAGE.test(code))
    .map(({ code }) => code.replace(/^import .* from 'crm-oauth-button\/server';$|^export /gm, ''));
}

test('what the documents call is there, and takes what they give it', () => {
  const { options } = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, ts.sys as never)!;
  const head = `${READER}const { ${exportsOf('src/server.ts').join(', ')} } = server;
`;
  const calls = DOCUMENTS.flatMap((path) => readCalls(path).map((code) => ({ path, code })));
  expect(calls.length).toBeGreaterThan(15);
  const sources = new Map(
    calls.map(({ code }, index) => [
      resolve(`block-${index}.ts`),
      `${head}export async function block() {\n${code}\n}`,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (file) => sources.has(resolve(file)) || fileExists(file);
  host.getSourceFile = (file, version) => {
    const text = sources.get(resolve(file));
    return text === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, text, version);
  };
  // A block may leave a constant for the reader to use, and is JavaScript, which can't say that a list is not empty.
  const relaxed = { ...options, noUnusedLocals: false, noUncheckedIndexedAccess: false };
  const program = ts.createProgram([...sources.keys()], relaxed, host);
  const problems = [...sources.keys()].flatMap((file, index) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(
        ({ messageText }) =>
          `${calls[index]!.path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${calls[index]!.code}`,
      ),
  );
  expect(problems).toEqual([]);
});

/** The values that a module exports. */
function exportsOf(path: string): string[] {
  const lists = readFileSync(path, 'utf8').matchAll(/^export \{([^}]*)\}/gm);
  const names = [...lists].flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return names.filter((name) => name && !name.startsWith('type '));
}
