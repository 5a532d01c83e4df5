const button = document.querySelector('crm-oauth-button');
const log = document.querySelector('[role="log"]');
const dark = document.querySelector('#dark');
const shown = document.querySelector('#shown');

function tell(outcome) {
  const item = document.createElement('li');
  item.textContent = outcome;
  log.append(item);
}

button.addEventListener('crm-oauth-success', (event) => {
  event.preventDefault(); // stay on this page
  tell(`Connected to ${event.response.referer}`);
});
button.addEventListener('crm-oauth-error', ({ error }) => tell(error.code));

dark.addEventListener('change', () => {
  button.theme = dark.checked ? 'dark' : 'light';
});
shown.addEventListener('change', () => {
  if (shown.checked) return document.querySelector('main').prepend(button);
  button.cancel(); // ends the attempt under way
  button.remove();
});
