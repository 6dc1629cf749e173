/** A message as data: its code and arguments. wording/ has the sentences, in every language. */
export type Statement<Args> = { [C in keyof Args]: { readonly code: C; readonly args: Args[C] } }[keyof Args];
