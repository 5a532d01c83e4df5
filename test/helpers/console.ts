/** Collects what the tests of a suite say in the console at one level, instead of printing it. */
export function recordConsole(level: 'warn' | 'error'): string[] {
  const lines: string[] = [];
  const original = console[level].bind(console);
  before(() => {
    console[level] = (...args: unknown[]) => lines.push(args.map(String).join(' '));
  });
  after(() => {
    console[level] = original;
  });
  return lines;
}
