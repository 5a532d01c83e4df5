import { sendMouse } from '@web/test-runner-commands';

/** A click that the browser takes for the user's own, in the middle of an element. Popups need it. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}
