/** What the page does for its buttons: it ends a connection, and learns of a new one. */
document.addEventListener('crm-oauth-disconnect', ({ target }) => {
  if (target.dataset.connection) void disconnect(target);
});

document.addEventListener('crm-oauth-success', (event) => {
  if (event.target.dataset.connections) event.waitUntil(learn(event.target));
});

async function disconnect(button) {
  const { connection, connections } = button.dataset;
  button.parentElement.querySelector('[role=alert]')?.remove();
  button.disabled = true;
  // The header shows that a script of this site asks.
  const options = { method: 'DELETE', headers: { 'x-crm-oauth': '1' } };
  const response = await fetch(`${connections}/${connection}`, options).catch(() => undefined);
  button.disabled = false;
  if (response?.ok || response?.status === 404) {
    delete button.dataset.connection;
    button.authorized = false;
  } else {
    const alert = document.createElement('span');
    alert.setAttribute('role', 'alert');
    alert.textContent = button.dataset.failed;
    button.after(' ', alert);
  }
}

async function learn(button) {
  const response = await fetch(button.dataset.connections);
  const all = await response.json();
  const found = all
    .filter(({ client, status }) => client === button.provider && status === 'connected')
    .at(-1);
  if (!found) return;
  button.dataset.connection = found.id;
  button.authorized = true;
  button.authorizedAccount = found.accountName ?? found.account;
}
