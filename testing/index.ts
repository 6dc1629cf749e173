/** servanda/testing: a service within the test's process, on a time-skipping server. Public; see docs/engineer.md. */
export { startTestService, type TestService, type TestServiceOptions } from './service.ts';
export type { Treaty } from './treaty.ts';
