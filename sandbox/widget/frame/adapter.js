// @ts-check
/*
 * A classic script for the host's page: puts the widget's frame there, and passes the parameters of its own URL on to it.
 */
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const frameUrl = new URL('./app.html', script.src);
  for (const [name, value] of new URL(script.src).searchParams) {
    if (value) frameUrl.searchParams.set(name, value);
  }
  const prefix = frameUrl.searchParams.get('prefix') || 'rc-widget';
  frameUrl.searchParams.set('fromAdapter', '1');

  const insert = () => {
    if (document.getElementById(prefix)) return;
    const container = document.createElement('div');
    container.id = prefix;
    // The host's content security policy stops style attributes, and not properties that are set one by one.
    Object.assign(container.style, {
      position: 'fixed',
      right: '16px',
      bottom: '16px',
      zIndex: '999',
      borderRadius: '12px',
      boxShadow: '0 4px 24px rgb(0 0 0 / 24%)',
      overflow: 'hidden',
    });
    const frame = document.createElement('iframe');
    frame.id = `${prefix}-adapter-frame`;
    frame.title = 'RingCentral';
    frame.width = '300';
    frame.height = '500';
    frame.allow = 'microphone';
    frame.setAttribute(
      'sandbox',
      'allow-same-origin allow-scripts allow-forms allow-popups allow-downloads allow-popups-to-escape-sandbox',
    );
    Object.assign(frame.style, { display: 'block', border: '0' });
    frame.src = frameUrl.href;
    container.append(frame);
    document.body.append(container);
  };

  if (document.readyState === 'complete') insert();
  else addEventListener('load', insert);
}
