/**
 * Messages of the client, as ICU messages. The English catalogue has the shape of every language: a missing or superfluous message does not
 * compile. A missing value is `none`.
 */
import type { client } from './en.ts';

type Like<T> = { readonly [K in keyof T]: T[K] extends string ? string : Like<T[K]> };

export type ClientMessages = Like<typeof client>;
