import { executeServerCommand } from '@web/test-runner-commands';

/** Settings that the runner gives to the page, and counts that the instrumented code makes. */
declare global {
  var __stryker__: {
    activeMutant?: string;
    currentTestId?: string;
    mutantCoverage?: unknown;
    /** The tests to run; the others are left out. Default: all. */
    wanted?: string[] | undefined;
  };
  var __WTR_CONFIG__: { testFile: string };
}

const file = new URL(__WTR_CONFIG__.testFile, location.href).pathname.slice(1);
const idOf = (test: Mocha.Test): string => `${file} ${test.fullTitle()}`;

const { wanted } = __stryker__;
let root: Mocha.Suite;

function leaveOut(isUnwanted: (test: Mocha.Test) => boolean): void {
  root.eachTest((test) => {
    test.pending ||= isUnwanted(test);
  });
}

before(function () {
  root = this.test!.parent!;
  leaveOut((test) => Boolean(wanted && !wanted.includes(idOf(test))));
});

beforeEach(function () {
  __stryker__.currentTestId = idOf(this.currentTest!);
});

afterEach(function () {
  // One failed test is enough to tell that the mutant is noticed.
  if (__stryker__.activeMutant && this.currentTest!.state === 'failed') leaveOut(({ state }) => !state);
});

after(() => executeServerCommand('mutant-coverage', __stryker__.mutantCoverage));
