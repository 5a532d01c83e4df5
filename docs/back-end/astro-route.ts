export const prerender = false;
export { handle as ALL } from './astro.js'; // '../../lib/crm'
