export { completeAuthorization } from './callback/complete-authorization.js';
export type { CompletedAuthorization } from './consent/handoff.js';
export { reportAuthorization, type ReportOptions } from './callback/report-authorization.js';
