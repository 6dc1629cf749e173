/**
 * What the client says, as ICU messages. The English catalogue has the shape that every language must have: one that is missing, or one
 * too many, does not compile. What is not there is `none`.
 */
import type { client } from './en.ts';

type Like<T> = { readonly [K in keyof T]: T[K] extends string ? string : Like<T[K]> };

export type ClientMessages = Like<typeof client>;
