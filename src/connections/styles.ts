import { css } from '../button/lit.js';

/** The style of `<crm-connections>`. */
export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .root {
    --surface: var(--crm-connections-background, light-dark(#fff, #1b1a24));
    --ink: var(--crm-connections-color, light-dark(#1b1830, #f2f1f7));
    --line: var(--crm-connections-border, light-dark(#dedde6, #383644));
    --muted: light-dark(#5f5d6e, #aeacbd);
    --tile: light-dark(#f3f2f8, #2a2837);
    --good: light-dark(#0b7a4b, #5fd39b);
    --due: light-dark(#a4490a, #f5b26b);
    --bad: light-dark(#b3261e, #ff9b92);
    --gap: var(--crm-connections-gap, 16px);
    --round: var(--crm-connections-radius, 12px);
    --tap: 32px;
    position: relative;
    color-scheme: light;
    color: var(--ink);
    font: 14px / 20px sans-serif;
    font-family: var(
      --crm-connections-font,
      var(--crm-oauth-button-font, Roboto, Helvetica, Arial, sans-serif)
    );
    text-align: start;
  }
  .dark {
    color-scheme: dark;
  }
  .auto {
    color-scheme: light dark;
  }
  p,
  ul,
  h3 {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }
  .cards {
    display: grid;
    /* As many columns as have room, up to three. */
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(272px, (100% - 2 * var(--gap)) / 3)), 1fr));
    gap: var(--gap);
  }
  .card {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    min-width: 0;
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 40px;
  }
  .logo {
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 10px;
    background: var(--tile);
  }
  svg,
  img {
    width: 24px;
    height: 24px;
    fill: currentColor;
    object-fit: contain;
  }
  .name {
    min-width: 0;
    font-size: 16px;
    font-weight: 600;
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  /* As high as one account, so that nothing moves when the list comes, and neighbours line up. */
  .accounts {
    flex: auto;
    min-height: 60px;
    margin-block: 16px 20px;
  }
  .account {
    display: grid;
    grid-template-columns: 1fr auto;
    column-gap: 12px;
  }
  .account > * {
    grid-column: 1 / -1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .account + .account {
    margin-block-start: 14px;
    padding-block-start: 14px;
    border-block-start: 1px solid var(--line);
  }
  .account > .account-name {
    grid-column: 1;
    font-weight: 500;
  }
  .muted,
  .status {
    color: var(--muted);
  }
  .status {
    padding-inline-start: 16px;
  }
  .status::before {
    /* A border, since forced colours take the background away. */
    content: '';
    display: inline-block;
    margin-inline: -16px 8px;
    border: 4px solid var(--good);
    border-radius: 50%;
    vertical-align: 1px;
  }
  .reconnect .status {
    color: var(--due);
  }
  .reconnect .status::before {
    border-color: var(--due);
  }
  .disconnected .status::before {
    border-color: var(--muted);
  }
  .none::before {
    width: 4px;
    height: 4px;
    border: 2px solid var(--muted);
  }
  .failed {
    margin-block-start: 8px;
    color: var(--bad);
  }
  .action {
    flex: none;
    min-height: var(--tap);
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: calc(var(--round) / 2);
    background: transparent;
    color: var(--ink);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }
  .action:hover {
    background: var(--tile);
  }
  .account > .leave {
    grid-area: 1 / 2;
    align-self: start;
    margin-block: calc((20px - var(--tap)) / 2);
    margin-inline-end: -8px;
    padding: 0 8px;
    border-color: transparent;
    color: var(--muted);
    font-weight: 400;
  }
  .leave:hover {
    color: var(--ink);
  }
  .confirm {
    border-color: var(--bad);
    color: var(--bad);
  }
  [aria-disabled] {
    opacity: 0.6;
    cursor: progress;
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 10px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: calc(var(--round) / 1.5);
  }
  #question {
    flex: 1 0 100%;
  }
  crm-oauth-button {
    --crm-oauth-button-radius: calc(var(--round) / 1.5);
    align-self: flex-start;
  }
  crm-oauth-button::part(button) {
    min-height: max(36px, var(--tap));
    font: inherit;
    font-weight: 600;
  }
  crm-oauth-button::part(status) {
    font-family: inherit;
  }
  /* The card has the mark already. */
  crm-oauth-button::part(logo) {
    display: none;
  }
  .another {
    --crm-oauth-button-background: transparent;
    --crm-oauth-button-color: var(--ink);
  }
  .another::part(button) {
    border: 1px solid var(--line);
    font-weight: 500;
  }
  /* The account says so already. */
  crm-oauth-button:state(reconnect)::part(status) {
    display: none;
  }
  crm-oauth-button:state(waiting)::part(button) {
    opacity: 0.7;
  }
  .search {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-block-end: var(--gap);
  }
  .field {
    position: relative;
    flex: 0 1 320px;
    min-width: 0;
  }
  .field svg {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 12px;
    width: 16px;
    height: 100%;
    fill: none;
    stroke: var(--muted);
    stroke-width: 2;
    pointer-events: none;
  }
  input {
    box-sizing: border-box;
    width: 100%;
    height: 40px;
    margin: 0;
    padding-block: 0;
    padding-inline: 36px 12px;
    border: 1px solid light-dark(#8f8d9a, #85838f);
    border-radius: calc(var(--round) / 1.5);
    background: var(--surface);
    color: var(--ink);
    font: inherit;
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .message {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 16px 20px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--surface);
  }
  .news:not(:empty, :last-child) {
    margin-block-end: var(--gap);
  }
  .problem span {
    flex: 1 1 180px;
  }
  :focus-visible {
    /* Two tones, so that one stands out on any page. */
    outline: 2px solid #0842a0;
    outline-offset: 2px;
    box-shadow: 0 0 0 2px #fff;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .bone {
    display: block;
    width: 40%;
    height: 14px;
    border-radius: 7px;
    background: var(--tile);
  }
  .skeleton .accounts .bone {
    width: 60%;
    margin-block-start: 3px;
  }
  .wide {
    width: 180px;
    max-width: 100%;
    height: 36px;
    border-radius: calc(var(--round) / 1.5);
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton .logo,
    .bone {
      animation: 1s ease-in-out infinite alternate wait;
    }
  }
  @media (pointer: coarse) {
    .root {
      --tap: 44px;
    }
    input,
    .wide {
      height: 44px;
    }
    crm-oauth-button::part(action) {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    /* Its border shows there. */
    .account > .leave {
      margin-inline-end: 0;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --line: var(--ink);
      --muted: var(--ink);
    }
  }
  @keyframes wait {
    to {
      opacity: 0.5;
    }
  }
`;
