/** servanda/testing: a service in the process of a test, on a server that skips time. Public; see docs/engineer.md. */
export { startTestService, type TestService, type TestServiceOptions } from './service.ts';
export type { Treaty } from './treaty.ts';
