/** What is to be said, as data: which message, and what stands in its places. The sentences are in wording/, in every language. */
export type Statement<Args> = { [C in keyof Args]: { readonly code: C; readonly args: Args[C] } }[keyof Args];
