/** Runs a task that throws in some browsers, and gives nothing there. */
export function tryTo<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}

/**
 * Reads a property of the document past the page's markup: `<img name="currentScript">` hides `document.currentScript`, but
 * not the property of the prototype.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem-filter
 */
export function ofDocument<Name extends keyof Document>(name: Name): Document[Name] {
  return Reflect.get(Document.prototype, name, document);
}

/** The script element that runs at this moment, if there is one. */
export function currentScript(): HTMLScriptElement | undefined {
  const script = ofDocument('currentScript');
  return script instanceof HTMLScriptElement ? script : undefined;
}

/** Whether the page has the focus, past the page's markup: `<img name="hasFocus">` hides `document.hasFocus`. */
export function hasFocus(): boolean {
  return Document.prototype.hasFocus.call(document);
}
