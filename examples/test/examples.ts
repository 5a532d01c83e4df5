/** An example. */
interface Example {
  /** The folder that is served. */
  readonly root: string;
  /** The tests that drive it. */
  readonly specs: readonly ('application' | 'rendered' | 'page')[];
}

const application = (name: string): Example => ({ root: `${name}/dist`, specs: ['application'] });

export const examples: Readonly<Record<string, Example>> = {
  angular: application('angular'),
  eleventy: { root: 'eleventy/dist', specs: ['application', 'rendered'] },
  html: application('html'),
  preact: application('preact'),
  react: application('react'),
  // Strict mode does everything twice in React's development build, and nothing in the other one.
  'react in strict mode': { root: 'react/dist/development', specs: ['application'] },
  solid: application('solid'),
  svelte: application('svelte'),
  vue: application('vue'),
  wordpress: { root: 'wordpress', specs: ['page'] },
};
