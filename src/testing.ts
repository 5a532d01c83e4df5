export { fakeConsent, type FakeConsent, type ResponseParameters } from './testing/fake-consent.js';
