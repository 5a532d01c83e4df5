import { reportAuthorization } from '../../../src/callback.js';

const { error } = document.getElementById('report')?.dataset ?? {};
const state = new URLSearchParams(location.search).get('state');

// The error takes the place of the code, and then goes the way of the CRM's own: to a window, or back with the page.
if (error && state) {
  history.replaceState(null, '', `?${new URLSearchParams({ error, state }).toString()}`);
  reportAuthorization();
}
