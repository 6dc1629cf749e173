/** The workflows that the worker runs. */
export { agreement } from './agreement.ts';
