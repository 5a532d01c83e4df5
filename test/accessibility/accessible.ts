import type { Page } from '@playwright/test';
import type { Firefox } from './firefox.js';

/** One object in the accessibility tree, in ARIA's terms. */
export interface Accessible {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly focused: boolean;
}

/** Firefox leaves direction marks out. */
const MARKS = /[\u2066-\u2069]/g;

/** The buttons, links and live regions that Chromium shows to assistive technology, in their order. */
export async function readChromium(page: Page): Promise<Accessible[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const children = new Map(nodes.map(({ nodeId, childIds }) => [nodeId, childIds ?? []]));
  const names = new Map(nodes.map(({ nodeId, name }) => [nodeId, String(name?.value ?? '')]));
  const text = (id: string): string => (children.get(id) ?? []).map((child) => names.get(child)).join('');
  return nodes
    .filter(({ role, ignored }) => !ignored && ['button', 'link', 'status'].includes(String(role?.value)))
    .map(({ nodeId, role, name, description, properties = [] }) => {
      const is = (property: string): boolean =>
        properties.some(({ name, value }) => name === property && [true, 1].includes(value.value as true));
      return {
        role: String(role?.value),
        name: (role?.value === 'status' ? text(nodeId) : String(name?.value)).replace(MARKS, ''),
        description: String(description?.value ?? ''),
        busy: is('busy'),
        disabled: is('disabled'),
        focused: is('focused'),
      };
    });
}

/** The same in Firefox. */
export async function readFirefox(firefox: Firefox): Promise<Accessible[]> {
  return firefox.run<Accessible[]>(
    'chrome',
    `// Kept, or it ends with its last user, and misses what comes next.
    const service = (window.service ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService));
    const ROLES = { pushbutton: 'button', link: 'link', statusbar: 'status' };
    const children = (node) => Array.from({ length: node.childCount }, (_, i) => node.getChildAt(i));
    const statesOf = (node) => {
      const [state, extra] = [{}, {}];
      node.getState(state, extra);
      const names = service.getStringStates(state.value, extra.value);
      return Array.from({ length: names.length }, (_, i) => names.item(i));
    };
    const read = (node) => {
      const role = ROLES[service.getStringRole(node.role)];
      const states = statesOf(node);
      const own = role && {
        role,
        name: role === 'status' ? children(node).map(({ name }) => name).join('') : node.name,
        description: node.description,
        busy: states.includes('busy'),
        disabled: states.includes('unavailable'),
        focused: states.includes('focused'),
      };
      return [own ?? [], ...children(node).map(read)].flat();
    };
    for (;;) {
      // The tree is made in another process, a little later than the page.
      const page = service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
      if (page?.childCount) return read(page);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }`,
  );
}
