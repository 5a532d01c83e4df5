import { css } from '@lit/reactive-element';

/** The button's looks: Kommo's current one by theme, the older one by colour. */
export const styles = css`
  :host {
    display: inline-block;
    max-width: 100%;
    vertical-align: middle;
  }
  :host([hidden]) {
    display: none;
  }
  .button {
    --size: 42px;
    --surface: light-dark(#0e0142, #fff);
    --ink: light-dark(#fff, #0e0142);
    --tile: var(--ink);
    --mark: var(--surface);
    color-scheme: light;
    display: flex;
    align-items: center;
    box-sizing: border-box;
    width: 100%;
    height: var(--size);
    padding: 0;
    overflow: hidden;
    border: 2px solid transparent;
    border-radius: var(--crm-oauth-button-radius, 4px);
    background: var(--crm-oauth-button-background, var(--surface)) border-box;
    color: var(--crm-oauth-button-color, var(--ink));
    font: 700 16px / 1.2 var(--crm-oauth-button-font, Roboto, Helvetica, Arial, sans-serif);
    cursor: pointer;
  }
  .dark {
    color-scheme: dark;
  }
  .auto {
    color-scheme: light dark;
  }
  .small {
    --size: 32px;
    font-size: 14px;
  }
  .large {
    --size: 48px;
  }
  /* The older look: its lighter surfaces fail WCAG AA under white text, so its border colours are the surfaces. */
  .colors {
    --surface: #006f9f;
    --tile: #0003;
    --mark: #fff;
    border-width: 1px;
    font-size: 14px;
    text-transform: uppercase;
  }
  .blue {
    --surface: #004ba0;
  }
  .violet {
    --surface: #38006b;
  }
  .green {
    --surface: #00600f;
  }
  .orange {
    --surface: #bc5100;
  }
  .red {
    --surface: #9f0000;
  }
  .button:hover:enabled {
    background-image: linear-gradient(#8883, #8883);
  }
  :focus-visible {
    /* Two tones, so that one of them stands out from any page. */
    outline: 2px solid #0b57d0;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #fff;
  }
  .button:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  .logo {
    flex: none;
    display: grid;
    place-items: center;
    height: 100%;
    aspect-ratio: 1;
    overflow: hidden;
    border-radius: inherit;
    background: var(--tile);
    color: var(--mark);
  }
  .colors .logo {
    border-radius: 0;
  }
  svg {
    width: 74%;
    fill: none;
    stroke: currentColor;
  }
  ::slotted([slot='logo']) {
    max-width: 100%;
    max-height: 100%;
  }
  .caption {
    flex: auto;
    padding: 0 16px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .status:not(:empty) {
    display: flex;
    flex-wrap: wrap;
    column-gap: 12px;
    /* The text wraps in the button's width, and does not widen it. */
    width: 0;
    min-width: max(100%, 200px);
    margin-top: 4px;
    font: 14px / 24px var(--crm-oauth-button-font, Roboto, Helvetica, Arial, sans-serif);
  }
  .action {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    cursor: pointer;
  }
  .compact {
    width: var(--size);
  }
  .compact .caption {
    position: absolute;
    clip-path: inset(50%);
  }
  [aria-busy='true'] {
    cursor: progress;
  }
  @media (prefers-reduced-motion: no-preference) {
    [aria-busy='true'] svg {
      animation: 0.8s infinite alternate wait;
    }
  }
  @keyframes wait {
    to {
      opacity: 0.3;
    }
  }
`;
