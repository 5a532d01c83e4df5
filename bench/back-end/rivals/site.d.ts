/** A back end that connects a visitor to a CRM: `createSite(crm)` of each module beside this. */
export interface Site {
  /** The request by which a visitor begins. */
  begin(visitor: number): Request;
  /** Where the answer sends the visitor: the CRM's consent page. */
  authorizationUrl(response: Response): string | Promise<string>;
  fetch(request: Request): Promise<Response>;
}
