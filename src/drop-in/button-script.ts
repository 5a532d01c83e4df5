import { define } from '../button/define.js';
import { followMarkers } from './markers.js';

define();
followMarkers();
