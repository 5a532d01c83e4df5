/** The attribute of a property: `clientId` is `client-id`, and `redirectUri` is `redirect_uri`, as the CRM has it. */
export function attributeName(property: string): string {
  return property.replace('Uri', '_uri').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
