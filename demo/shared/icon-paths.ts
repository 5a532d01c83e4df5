/** Two halves that meet: the product's mark, in a box of 32 whose corners have a radius of 8. */
export const MARK_PATH = 'M13.5 10.5h-3a5.5 5.5 0 0 0 0 11h3M18.5 10.5h3a5.5 5.5 0 0 1 0 11h-3M11.5 16h9';

/** Icons that the studio and the site's other pages share: lines of 2 in a box of 24. */
export const CHECK_PATH = 'm5 12.5 4.5 4.5L19 7.5';
export const WARNING_PATH = 'M12 4 2.8 20h18.4L12 4ZM12 10.5v4M12 17.2v.1';
