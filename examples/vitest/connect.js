import { authorize, kommo } from 'crm-oauth-button/consent';

const request = kommo({ clientId: 'shop' });

/** The page's own button, and a line that shows the outcome. */
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
