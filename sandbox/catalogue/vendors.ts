import { FIXED_VENDORS } from './fixed-vendors.js';
import { HOST_VENDORS } from './host-vendors.js';
import type { Vendor } from './vendor.js';

/** The CRMs of the catalogue, by the value of the attribute `provider`: a new one is a row here. */
export const VENDORS: Readonly<Record<string, Vendor>> = {
  ...FIXED_VENDORS,
  ...HOST_VENDORS,
};
