import type { CrmOAuthButton } from 'crm-oauth-button';
import { createSignal, For, onCleanup, Show } from 'solid-js';

/** Ends the attempt under way when its button is removed. */
const cancelWithButton = (button: CrmOAuthButton) => onCleanup(() => button.cancel());

export function App() {
  const [dark, setDark] = createSignal(false);
  const [shown, setShown] = createSignal(true);
  const [outcomes, setOutcomes] = createSignal<string[]>([]);
  const tell = (outcome: string) => setOutcomes((before) => [...before, outcome]);

  return (
    <main>
      <Show when={shown()}>
        <crm-oauth-button
          ref={cancelWithButton}
          client-id="shop"
          server="http://localhost:4400"
          theme={dark() ? 'dark' : 'light'}
          on:crm-oauth-success={(event) => {
            event.preventDefault(); // stay on this page
            tell(`Connected to ${event.response.referer}`);
          }}
          on:crm-oauth-error={({ error }) => tell(error.code)}
        />
      </Show>
      <label>
        <input type="checkbox" checked={dark()} onChange={() => setDark(!dark())} /> Dark
      </label>
      <label>
        <input type="checkbox" checked={shown()} onChange={() => setShown(!shown())} /> Shown
      </label>
      <ul role="log">
        <For each={outcomes()}>{(outcome) => <li>{outcome}</li>}</For>
      </ul>
    </main>
  );
}
