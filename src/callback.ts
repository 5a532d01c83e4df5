export { completeAuthorization } from './callback/complete-authorization.js';
export { reportAuthorization, type ReportOptions } from './callback/report-authorization.js';
