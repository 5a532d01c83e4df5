import { AuthorizationError } from '../consent/errors.js';

/** The error of an option that is missing or wrong. The description names it, and the remedy. */
export function invalidConfiguration(description: string, cause?: unknown): AuthorizationError {
  return new AuthorizationError('invalid_configuration', { description, cause });
}
