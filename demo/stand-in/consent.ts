import { answer, type Decision } from './answer.js';
import { BEHAVIOUR_KEY } from './behaviour-key.js';

/** How the studio wants the CRM to behave. */
interface Behaviour {
  readonly answer?: 'ask' | 'allow' | 'deny';
  readonly delay?: number;
}

const query = new URLSearchParams(location.search);
const site = new URL(document.documentElement.dataset.site ?? '', location.href).href;
const form = document.querySelector('form');
const hosts = [...document.querySelectorAll('.account .text span')].map(({ textContent }) => textContent);

describe();
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const isAllowed = (event.submitter as HTMLButtonElement | null)?.value === 'allow';
  const chosen = [...form.querySelectorAll('input')].findIndex(({ checked }) => checked);
  decide(isAllowed ? hosts[chosen] : undefined);
});
form?.removeAttribute('inert');
const behaviour = readBehaviour();
if (behaviour.answer === 'allow' || behaviour.answer === 'deny') {
  setTimeout(decide, behaviour.delay ?? 0, behaviour.answer === 'allow' ? hosts[0] : undefined);
}

function decide(decision: Decision): void {
  const { message, redirect } = answer(query, site, decision);
  const opener = window.opener as Window | null;
  if (message && opener) {
    opener.postMessage(message, location.origin);
    window.close();
  } else {
    location.assign(redirect);
  }
}

/** In the metadata flow the request says who asks. */
function describe(): void {
  const name = query.get('name');
  const title = document.querySelector('h1');
  if (!name || !title) return;
  title.textContent = title.textContent.replace('Harbor Shop', name);
  const description = document.querySelector('.description');
  if (description) description.textContent = query.get('description');
}

function readBehaviour(): Behaviour {
  try {
    return JSON.parse(localStorage.getItem(BEHAVIOUR_KEY) ?? '{}') as Behaviour;
  } catch {
    return {};
  }
}
