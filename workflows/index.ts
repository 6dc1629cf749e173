/** The workflows that the worker runs. */
export { agreement } from './agreement.ts';
export { notice } from './notice.ts';
export { post } from './post.ts';
export { protocol } from './protocol.ts';
export { watch } from './watch.ts';
