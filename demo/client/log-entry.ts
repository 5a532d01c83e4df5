/** A line of the event log. */
export interface LogEntry {
  /** Milliseconds since the epoch. */
  time: number;
  /** Type of the event, or name of the callback. */
  name: string;
  /** Title of the story it came from. */
  story: string;
  /** What it brought, without secrets. */
  payload: Record<string, unknown>;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Draws an entry. */
export function drawEntry({ time, name, story, payload }: LogEntry): HTMLElement {
  const entry = create('article', 'entry');
  const head = create('p', 'what');
  const stamp = create('time', '', clock.format(time));
  stamp.setAttribute('datetime', new Date(time).toISOString());
  head.append(create('code', 'name', name), stamp);
  entry.append(head, create('p', 'story-name', story));

  const facts = create('dl', 'payload');
  for (const [key, value] of Object.entries(payload)) {
    if (value === undefined) continue;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const row = create('div', '');
    row.append(create('dt', '', key), create('dd', '', text));
    facts.append(row);
  }
  if (facts.hasChildNodes()) entry.append(facts);
  return entry;
}

function create(name: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(name);
  if (className) created.className = className;
  created.textContent = text;
  return created;
}
