import { own } from '../providers/own.js';

/** Parses JSON from elsewhere; gives `undefined` for anything else. */
export function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** Reads a text or a number out of parsed JSON, by a path such as `data.company_id`, through own properties alone. */
export function textAt(body: unknown, path: string): string | undefined {
  let value = body;
  for (const name of path.split('.')) value = own(value)[name];
  const isId = typeof value === 'number' || (typeof value === 'string' && value !== '');
  return isId ? String(value) : undefined;
}
