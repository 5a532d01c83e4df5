import { element } from './element.js';

/** Lets the visitor choose whether the sandbox's consent page asks or answers by itself. */
export async function controlBehaviour(): Promise<void> {
  const form = element('behaviour', HTMLFormElement);
  const endpoint = `${form.dataset.sandbox ?? ''}/sandbox/behaviour`;
  const choices = [...form.querySelectorAll<HTMLInputElement>('input')];

  const show = (behaviour: unknown): void => {
    const { answer } = behaviour as { answer: string };
    for (const choice of choices) choice.checked = choice.value === answer;
  };
  form.addEventListener('change', () => {
    const answer = choices.find(({ checked }) => checked)?.value;
    const headers = { 'content-type': 'application/json' };
    fetch(endpoint, { method: 'POST', headers, body: JSON.stringify({ answer }) })
      .then((response) => response.json())
      .then(show, () => (form.hidden = true));
  });

  try {
    const response = await fetch(endpoint);
    if (!response.ok) return;
    show(await response.json());
    form.hidden = false;
  } catch {
    // Without a sandbox that can be steered there is nothing to choose.
  }
}
