import type { CrmOAuthButton } from 'crm-oauth-button';
import { useState } from 'preact/hooks';

/** Ends the attempt under way when its button is removed. */
const cancelWithButton = (button: CrmOAuthButton | null) => () => button?.cancel();

export function App() {
  const [dark, setDark] = useState(false);
  const [shown, setShown] = useState(true);
  const [outcomes, setOutcomes] = useState<string[]>([]);
  const tell = (outcome: string) => setOutcomes((before) => [...before, outcome]);

  return (
    <main>
      {shown && (
        <crm-oauth-button
          ref={cancelWithButton}
          client-id="shop"
          server="http://localhost:4400"
          theme={dark ? 'dark' : 'light'}
          oncrm-oauth-success={(event) => {
            event.preventDefault(); // stay on this page
            tell(`Connected to ${event.response.referer}`);
          }}
          oncrm-oauth-error={({ error }) => tell(error.code)}
        />
      )}
      <label>
        <input type="checkbox" checked={dark} onChange={() => setDark(!dark)} /> Dark
      </label>
      <label>
        <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} /> Shown
      </label>
      <ul role="log">
        {outcomes.map((outcome, i) => (
          <li key={i}>{outcome}</li>
        ))}
      </ul>
    </main>
  );
}
