/** The names of a home's two registers. For all `register` commands. */
export const nameOf = (rehearsals: boolean): 'agreements' | 'rehearsals' => (rehearsals ? 'rehearsals' : 'agreements');
