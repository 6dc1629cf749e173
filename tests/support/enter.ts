/** Records one entry in a transaction of its own: what tests add to a register outside the steps of the service. */
import type { Register, Row, Transaction } from '../../register/types.ts';

type Append = Parameters<Transaction['append']>;

export const enter = (
  register: Pick<Register, 'transact'>,
  agreement: string,
  entry: Append[0][number],
  entered: Append[1],
  authority?: Append[2],
): Promise<{ row: Row; existing: boolean }> =>
  register.transact(agreement, async t => {
    const { rows, existing } = await t.append([entry], entered, authority);
    return { row: rows[0]!, existing };
  });
