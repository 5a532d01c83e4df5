/** Opens a page in a frame, without a script. */
export async function openFrame(html: string, size: { width: number; height: number }): Promise<Document> {
  const frame = Object.assign(document.createElement('iframe'), { srcdoc: html });
  Object.assign(frame.style, { width: `${size.width}px`, height: `${size.height}px` });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  return frame.contentDocument!;
}

/** Runs one of our scripts in a loaded page. Default: the element's. */
export async function runScript(page: Document, path = 'index.ts'): Promise<void> {
  const script = page.createElement('script');
  script.type = 'module';
  script.src = new URL(`../../src/${path}`, import.meta.url).href;
  const ran = new Promise((resolve) => script.addEventListener('load', resolve));
  page.body.append(script);
  await ran;
}
