/**
 * Reads a property of the document past the page's markup: `<img name="currentScript">` takes the place of
 * `document.currentScript`, but not of what stands on the prototype.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem-filter
 */
export function ofDocument<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document);
}

/** The script element that runs at this moment, where there is one. */
export function currentScript(): HTMLScriptElement | undefined {
  const script = ofDocument('currentScript');
  return script instanceof HTMLScriptElement ? script : undefined;
}
