import { mark } from '../pages/drawings.js';
import type { Palette } from '../pages/page.js';
import type { ServedBrand } from '../shared/authorization-endpoint.js';
import { routeOf } from '../shared/requests.js';
import type { Vendor } from './vendor.js';

/** Greys, for all of them: the vendors' colours are theirs. */
const PALETTE: Partial<Palette> = {
  canvas: ['#f4f5f6', '#0e1012'],
  surface: ['#ffffff', '#191c1f'],
  panel: ['#f9fafb', '#1f2327'],
  text: ['#15181b', '#f2f4f6'],
  muted: ['#565e66', '#a9b1b9'],
  border: ['#dcdfe3', '#343a40'],
  control: ['#7b8289', '#7f8790'],
  accent: ['#2f3a45', '#c8d2dc'],
  'on-accent': ['#ffffff', '#14181c'],
  'accent-hover': ['#46535f', '#dfe6ec'],
  soft: ['#e9ecef', '#2a2f35'],
  focus: ['#3b6ea5', '#8ab4e0'],
};

/** Draws a vendor as the button does: by the name and the mark of its face. */
export function vendorBrand(id: string, { face, authorizationPath }: Vendor): ServedBrand {
  return {
    id,
    name: face.brand,
    mark: mark(`<path class="shape" transform="translate(6.4 6.4) scale(.8)" d="${face.logo}"/>`),
    palette: PALETTE,
    prefix: `/${id}`,
    consentPaths: { [routeOf(authorizationPath)]: 'en' },
  };
}
