/** Id of the widget's frame, as `adapter.js` gives it. */
export function frameId(prefix: string | undefined): string {
  return `${prefix || 'rc-widget'}-adapter-frame`;
}
