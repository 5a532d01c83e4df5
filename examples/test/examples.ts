/** An example. */
interface Example {
  /** The folder to serve. */
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
  // Strict mode does everything twice in React's development build, and has no effect in the production build.
  'react in strict mode': { root: 'react/dist/development', specs: ['application'] },
  solid: application('solid'),
  svelte: application('svelte'),
  vue: application('vue'),
  wordpress: { root: 'wordpress', specs: ['page'] },
};
