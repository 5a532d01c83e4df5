/** Whether others than the developer may see this page: it is no file, and not on a loopback host. Nobody sees a server. */
export function isPublic(): boolean {
  if (typeof location === 'undefined' || location.protocol === 'file:') return false;
  return !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1])$/.test(location.hostname);
}
