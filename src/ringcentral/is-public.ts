/** Whether others than the developer may see a page: it is no file, and not on a loopback host. */
export function isPublic({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean {
  return protocol !== 'file:' && !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1])$/.test(hostname);
}
