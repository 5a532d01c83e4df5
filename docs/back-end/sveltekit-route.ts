export { handle as DELETE, handle as GET, handle as POST } from './sveltekit.js'; // '$lib/server/crm'
