export const value = <crm-oauth-button theme="drak" />; // mistake
export const documentsSpelling = <crm-oauth-button data-theme="drak" />; // mistake
export const type = <crm-oauth-button client-id={1} />; // mistake
export const property = <crm-oauth-button clientId={1} />; // mistake
export const name = <crm-oauth-button colour="blue" />; // mistake
export const handler = <crm-oauth-button on:crm-oauth-success={(event: MouseEvent) => event.x} />; // mistake
export const event = <crm-oauth-button on:crm-oauth-success={(event) => event.error} />; // mistake

export const right = (
  <crm-oauth-button
    id="kommo"
    theme="dark"
    data-color="blue"
    clientId="shop"
    compact
    data-disabled="true"
    on:crm-oauth-start={(event) => event.url.length}
    on:crm-oauth-success={(event) => event.response.code?.length}
    on:crm-oauth-error={(event) => event.error.code.length}
  />
);
