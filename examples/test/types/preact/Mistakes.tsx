export const value = <crm-oauth-button theme="drak" />; // mistake
export const documentsSpelling = <crm-oauth-button data-theme="drak" />; // mistake
export const type = <crm-oauth-button client-id={1} />; // mistake
export const property = <crm-oauth-button clientId={1} />; // mistake
// Preact takes every attribute that it does not know.
export const name = <crm-oauth-button colour="blue" />;
export const handler = <crm-oauth-button oncrm-oauth-success={(event: MouseEvent) => event.x} />; // mistake
export const event = <crm-oauth-button oncrm-oauth-success={(event) => event.error} />; // mistake

export const right = (
  <crm-oauth-button
    id="kommo"
    theme="dark"
    data-color="blue"
    clientId="shop"
    compact
    data-disabled="true"
    oncrm-oauth-start={(event) => event.url.length}
    oncrm-oauth-success={(event) => event.response.code?.length}
    oncrm-oauth-error={(event) => event.error.code.length}
  />
);
