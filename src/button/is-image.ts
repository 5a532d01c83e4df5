/** Whether a logo is an image from elsewhere, and not a mark or a URL that could do more than be shown. */
export function isImage(logo: string): boolean {
  return /^(https:|data:image\/)/.test(logo);
}
