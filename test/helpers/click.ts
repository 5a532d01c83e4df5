import { sendMouse } from '@web/test-runner-commands';

/** Clicks in the middle of an element so that the browser accepts the click as the user's, as popups require. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}
