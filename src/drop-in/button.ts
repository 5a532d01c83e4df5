import { define } from '../button/define.js';
import { followMarkers } from './markers.js';

// Pages include the script once per button, and under two names: the first copy serves them all.
const loaded = Symbol.for('crm-oauth-button');

if (!Reflect.has(window, loaded)) {
  Reflect.set(window, loaded, true);
  define();
  followMarkers();
}

// The old script drew in `window.onload`, and pages that add it late call that by hand, each time.
window.onload ??= () => undefined;
