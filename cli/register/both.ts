/** What the two registers of a home are called. For every `register` command. */
export const nameOf = (rehearsals: boolean): 'agreements' | 'rehearsals' => (rehearsals ? 'rehearsals' : 'agreements');
