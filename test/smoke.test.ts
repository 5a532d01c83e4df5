import { expect } from '@open-wc/testing';
import { click } from './helpers/click.js';

describe('the test browsers', () => {
  let button: HTMLButtonElement;
  let popup: Window | null;

  beforeEach(() => {
    button = document.createElement('button');
    button.textContent = 'Open';
    button.addEventListener('click', () => (popup = window.open('about:blank', '', 'popup')));
    document.body.append(button);
  });

  afterEach(() => {
    popup?.close();
    button.remove();
  });

  it('open a window for a click of the user', async () => {
    await click(button);
    expect(popup).not.to.equal(null);
  });

  it('block a window that no user asked for', () => {
    button.click();
    expect(popup).to.equal(null);
  });
});
