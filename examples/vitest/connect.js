import { authorize, kommo } from 'crm-oauth-button/consent';

const request = kommo({ clientId: 'shop' });

/** A button of the page's own, and a line that says what came of it. */
export function connect(button, line) {
  button.addEventListener('click', async () => {
    try {
      const { referer } = await authorize(request);
      line.textContent = `Connected to ${referer}`;
    } catch (error) {
      line.textContent = error.code;
    }
  });
}
