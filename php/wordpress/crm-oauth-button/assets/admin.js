/** The settings page: copies, disconnects, and sees whether the redirect URI gets as far as WordPress. */
document.addEventListener('click', ({ target }) => {
  if (target.matches('[data-copy]')) void copy(target);
  if (target.matches('[data-disconnect]')) void disconnect(target);
});

for (const notice of document.querySelectorAll('[data-probe]')) {
  fetch(notice.dataset.probe).then(
    ({ headers }) => (notice.hidden = headers.get('content-type')?.startsWith('text/javascript') ?? false),
    () => (notice.hidden = false),
  );
}

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  // Without https there is no clipboard: the text stays selected.
  await navigator.clipboard?.writeText(field.value);
  if (navigator.clipboard) button.textContent = button.dataset.done;
}

async function disconnect(button) {
  button.disabled = true;
  try {
    const path = `/crm-oauth-button/v1/connections/${button.dataset.disconnect}`;
    await wp.apiFetch({ path, method: 'DELETE', parse: false });
  } catch (error) {
    // It is gone already.
    if (error.status !== 404) {
      const { message } = await error.json();
      button.disabled = false;
      button.after(` ${message}`);
      return;
    }
  }
  button.closest('tr').remove();
}
