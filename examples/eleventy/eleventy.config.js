import { renderButton } from 'crm-oauth-button/ssr';

export default function (eleventy) {
  // {% crmButton { 'client-id': 'shop' } %}
  eleventy.addNunjucksShortcode('crmButton', (attributes) => renderButton(attributes));
  eleventy.addPassthroughCopy('main.js');
  // The page loads the package's own modules, without a bundler.
  eleventy.addPassthroughCopy({ '../node_modules/crm-oauth-button/cdn/button.min.js': 'button.min.js' });
  return { dir: { output: 'dist' }, htmlTemplateEngine: 'njk' };
}
