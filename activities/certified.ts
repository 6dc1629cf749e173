/** A standing as a certificate has it: with the article of every date, and with what is known by now of an entry into force to come. */
import type { Agreement } from '../clauses/agreement.ts';
import { entryNotKnown } from '../machines/clause-notes.ts';
import { standing } from '../machines/standing.ts';
import type { Question, Standing } from '../machines/standing-types.ts';
import { endsWith } from '../clauses/terms.ts';
import type { View } from '../machines/view.ts';

type Protocol = Standing['protocols'][number];

/** As `timeline --json` and `agreement show --json` have it, and the article of every date. */
export type Certified = Pick<
  Standing,
  | 'status'
  | 'certain'
  | 'statusAlternatives'
  | 'entryIntoForce'
  | 'period'
  | 'notice'
  | 'termination'
  | 'otherEnds'
  | 'withoutEffect'
  | 'hindsight'
  | 'notes'
  | 'law'
  | 'description'
  | 'within'
  | 'provisionalApplication'
  | 'survivals'
> & {
  /** Where the text on it is not described: that no period is given then denies none. */
  durationNotDescribed?: true;
  /** In force only until a condition is met: without limit of time it is not. */
  untilCondition?: true;
  notices: (Standing['notices'][number] & { basis: string })[];
  protocols: (Protocol & { entryIntoForce: { basis: string | null; how: string | null } })[];
};

/**
 * On a day before entry into force, its day may be known by now from facts of later days, or that it can't have come by then: this is
 * said, and the document asked for is the one that is missing now.
 */
export function knowingTheEntry(then: Question, viewThen: View, now: Question, viewNow: View): Standing {
  const [s, { entryIntoForce: known }] = [standing(then), standing(now)];
  if (s.entryIntoForce.date || (known.date ?? known.notBefore ?? s.asOf) <= s.asOf) return s;
  const { clauses } = then.agreement;
  const notes = s.notes.map(n => (n === entryNotKnown(viewThen, clauses) ? entryNotKnown(viewNow, clauses) : n));
  return {
    ...s,
    entryIntoForce: known,
    notes: known.date || known.notAfter ? notes.filter(n => n !== entryNotKnown(viewNow, clauses)) : notes,
  };
}

export function certified(
  s: Standing,
  view: View,
  { clauses: { amendment, duration, entryIntoForce: entry, termination: end } }: Agreement,
): Certified {
  const { status, certain, statusAlternatives, entryIntoForce, period, notice, termination, otherEnds, withoutEffect, hindsight, notes } =
    s;
  return {
    status,
    certain,
    statusAlternatives,
    entryIntoForce,
    period,
    notice,
    termination,
    otherEnds,
    withoutEffect,
    hindsight,
    notes,
    law: s.law,
    description: s.description,
    ...(s.within ? { within: s.within } : {}),
    ...(s.provisionalApplication ? { provisionalApplication: s.provisionalApplication } : {}),
    ...(s.survivals ? { survivals: s.survivals } : {}),
    ...(endsWith({ duration }) ? { untilCondition: true } : {}),
    ...(duration.kind === 'indefinite' && duration.unseen ? { durationNotDescribed: true } : {}),
    // the view is that of the earliest day possible, on which a notice may have no effect
    notices: s.notices.map(n => {
      const known = view.notices.find(v => v.id === n.id)?.outcome.lastDayInForce;
      return { ...n, basis: known?.basis ?? end?.article ?? duration.article };
    }),
    protocols: s.protocols.map(p => {
      const known = view.protocols.find(v => v.id === p.id)?.entry;
      const basis = known?.basis ?? (p.entryIntoForce.notBefore && (amendment?.article ?? entry.article));
      return { ...p, entryIntoForce: { ...p.entryIntoForce, basis, how: (p.entryIntoForce.date && known?.how) ?? null } };
    }),
  };
}
