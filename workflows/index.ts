/** The workflows that the worker runs. */
export { agreement } from './agreement.ts';
export { notice } from './notice.ts';
export { delivery } from './delivery.ts';
export { protocol } from './protocol.ts';
export { reconciliation } from './reconciliation.ts';
