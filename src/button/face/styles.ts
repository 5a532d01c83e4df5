import { css } from '../lit.js';

/** The button's style: Kommo's current look by theme, the older one by colour. The fallback sheet takes its palette from here. */
export const styles = css`
  :host {
    display: inline-block;
    max-width: 100%;
    vertical-align: middle;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  .button {
    --size: 42px;
    --surface: light-dark(#0e0142, #fff);
    --ink: light-dark(#fff, #0e0142);
    --tile: var(--ink);
    --mark: var(--surface);
    color-scheme: light;
    position: relative;
    display: flex;
    align-items: center;
    box-sizing: border-box;
    width: 100%;
    min-height: var(--size);
    padding: 0;
    border: 2px solid transparent;
    border-radius: var(--crm-oauth-button-radius, 4px);
    background: var(--crm-oauth-button-background, var(--surface)) border-box;
    color: var(--crm-oauth-button-color, var(--ink));
    font: 700 16px / 1.2 sans-serif;
    font-family: var(--crm-oauth-button-font, Roboto, Helvetica, Arial, sans-serif);
    print-color-adjust: exact;
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
    --scale: 0.9;
    font-size: 14px;
  }
  .large {
    --size: 48px;
    --scale: 1.4;
  }
  /* The older look. Its surfaces fail WCAG AA under white text, so its darker border colours take their place. */
  .colors {
    --surface: #006f9f;
    --ink: #fff;
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
  .button:disabled {
    --surface: light-dark(#5f6368, #e8eaed);
    --ink: light-dark(#fff, #5f6368);
    cursor: not-allowed;
  }
  .button:hover:enabled {
    background-image: linear-gradient(#8883, #8883);
  }
  .button:active:enabled {
    background-image: linear-gradient(#0003, #0003);
  }
  :focus-visible {
    /* Two tones, so that one stands out on any page. */
    outline: 2px solid #0842a0;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #fff;
  }
  .logo {
    flex: none;
    display: flex;
    align-items: center;
    align-self: stretch;
    justify-content: center;
    min-width: calc(var(--size) - 4px);
    border-radius: inherit;
    background: var(--tile);
  }
  .colors .logo {
    min-width: calc(var(--size) - 2px);
    border-radius: 0;
  }
  .mark {
    width: 24px;
    height: 24px;
    scale: var(--scale, 1.2);
    background: var(--mark);
    forced-color-adjust: none;
  }
  img,
  ::slotted([slot='logo']) {
    max-width: 86px;
    max-height: calc(var(--size) - 12px);
  }
  .caption {
    flex: auto;
    min-width: 0;
    padding: 0 16px;
    /* Accents and hanging letters reach above and below the line. */
    overflow: clip visible;
    text-overflow: ellipsis;
    white-space: var(--crm-oauth-button-white-space, nowrap);
  }
  .dot {
    position: absolute;
    inset-block-start: -5px;
    inset-inline-end: -5px;
    box-sizing: border-box;
    width: 12px;
    height: 12px;
    border: 2px solid #fff;
    border-radius: 50%;
    background: #d93025;
  }
  .status:not(:empty) {
    display: flex;
    flex-wrap: wrap;
    column-gap: 12px;
    /* The text wraps within the button's width instead of widening it. */
    width: 0;
    min-width: max(100%, 200px);
    margin-top: 4px;
    font: 14px / 24px sans-serif;
    font-family: var(--crm-oauth-button-font, Roboto, Helvetica, Arial, sans-serif);
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
  /* For screen readers only: there is no room beside a lone logo, and an open window speaks for itself. */
  .compact .caption,
  .waiting + .status {
    position: absolute;
    width: 1px;
    min-width: 0;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .waiting,
  .detached {
    cursor: progress;
  }
  @media (prefers-reduced-motion: no-preference) {
    .waiting .mark,
    .detached .mark {
      animation: 0.8s infinite alternate wait;
    }
  }
  @media (prefers-contrast: more) {
    .button {
      border-color: currentColor;
    }
  }
  @media (forced-colors: active) {
    .mark {
      background: ButtonText;
    }
    .dot {
      background: Highlight;
    }
    .button:disabled .mark {
      background: GrayText;
    }
  }
  @keyframes wait {
    to {
      opacity: 0.3;
    }
  }
`;
