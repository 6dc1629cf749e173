/** From the rows of a register to the plan. */
import { zonesOf } from '../clauses/agreement.ts';
import { legalToday, type Instant } from '../clauses/calendar.ts';
import { isBesideTheFold, type Act } from '../machines/acts.ts';
import { foldLedger } from '../machines/fold-failure.ts';
import { planOf, type Plan } from '../machines/plan.ts';
import type { Register, Row } from '../register/types.ts';
import { descriptionOf, entriesOf } from './description.ts';

/** At which instant, how far the last plan reached, and which acts are done. */
export interface Reach {
  agreement: string;
  now: Instant;
  previous?: Plan | undefined;
  done: readonly Act[];
}

export async function reachOf(register: Register, { agreement, now, previous }: Omit<Reach, 'done'>): Promise<Reach> {
  const lines = await register.actsDone(agreement);
  const done = [...lines.values()].filter(l => l.step !== 'withdrawn').map(l => l.body as Act);
  return { agreement, now, previous, done: done.filter(a => !isBesideTheFold(a)) };
}

/** @throws FoldFailure, BeyondLimit when it can't be folded */
export function planned(rows: readonly Row[], { agreement: id, now, previous, done }: Reach): Plan {
  const { agreement, hash } = descriptionOf(rows, id);
  const zones = zonesOf(agreement);
  const takenUp = legalToday(rows[0]!.entered.at, zones);
  const today = legalToday(now, zones);
  return foldLedger(id, entriesOf(rows), entries =>
    planOf({ agreement, description: hash, entries, today, takenUp, reached: previous?.asOf, done }),
  );
}
