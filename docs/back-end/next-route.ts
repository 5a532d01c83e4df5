export { handle as DELETE, handle as GET, handle as POST } from './next.js'; // '@/lib/crm'
