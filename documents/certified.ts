/** A standing as a certificate gives it: with the article of every date, and what is known by now of an entry into force to come. */
import { isDeepStrictEqual } from 'node:util';
import type { Agreement } from '../clauses/agreement.ts';
import type { Reason } from '../clauses/reason.ts';
import { entryNotKnown } from '../machines/clause-notes.ts';
import { standing } from '../machines/standing.ts';
import type { StandingQuestion, Standing } from '../machines/standing-types.ts';
import { endsWith } from '../clauses/terms.ts';
import type { Note } from '../machines/notes.ts';
import type { View } from '../machines/view.ts';
import { answerIn, type Answer } from '../wording/answer.ts';
import { wordings } from '../wording/index.ts';
import { statementIn } from '../wording/statements.ts';

type Protocol = Standing['protocols'][number];

const taken = [
  'status',
  'certain',
  'statusAlternatives',
  'entryIntoForce',
  'period',
  'noticeFrom',
  'notice',
  'termination',
  'otherEnds',
  'withoutEffect',
  'hindsight',
  'notes',
  'noted',
  'law',
  'description',
  'within',
  'provisionalApplication',
  'suspensions',
  'survivals',
] as const;

/** The standing of `timeline --json` and `agreement show --json`, with the article of every date. */
export type Certified = Pick<Answer, (typeof taken)[number]> & {
  /** True if the text on duration is not described: the absence of a period then proves nothing. */
  durationNotDescribed?: true;
  /** True if it is in force only until a condition is met, and so not without limit of time. */
  untilCondition?: true;
  notices: (Answer['notices'][number] & { basis: string })[];
  protocols: (Protocol & { entryIntoForce: { basis: string | null; reason: Reason | null; how: string | null } })[];
};

/**
 * As of a day before entry into force, facts of later days may show by now when it comes, or that it can't have come by then. The
 * certificate then uses what is known now, and names the document that is still missing.
 */
export function withKnownEntryIntoForce(then: StandingQuestion, viewThen: View, now: StandingQuestion, viewNow: View): Standing {
  const [s, { entryIntoForce: known }] = [standing(then), standing(now)];
  if (s.entryIntoForce.date || (known.date ?? known.notBefore ?? s.asOf) <= s.asOf) return s;
  const { clauses } = then.agreement;
  const isOf = (view: View) => (n: Note) => isDeepStrictEqual(n, entryNotKnown(view, clauses));
  const notes = s.notes.map(n => (isOf(viewThen)(n) ? entryNotKnown(viewNow, clauses) : n));
  return {
    ...s,
    entryIntoForce: known,
    notes: known.date || known.notAfter ? notes.filter(n => !isOf(viewNow)(n)) : notes,
  };
}

export function certified(
  s: Standing,
  view: View,
  { clauses: { amendment, duration, entryIntoForce: entry, termination: end } }: Agreement,
): Certified {
  const answer = answerIn(s, wordings.en);
  const said = Object.fromEntries(taken.flatMap(name => (name in answer ? [[name, answer[name]]] : [])));
  return {
    ...(said as Pick<Answer, (typeof taken)[number]>),
    ...(endsWith({ duration }) ? { untilCondition: true } : {}),
    ...(duration.kind === 'indefinite' && duration.unseen ? { durationNotDescribed: true } : {}),
    // the view is for the earliest possible day, on which a notice may have no effect
    notices: answer.notices.map(n => {
      const known = view.notices.find(v => v.id === n.id)?.outcome.lastDayInForce;
      return { ...n, basis: known?.basis ?? end?.article ?? duration.article };
    }),
    protocols: s.protocols.map(p => {
      const known = view.protocols.find(v => v.id === p.id)?.entry;
      const basis = known?.basis ?? (p.entryIntoForce.notBefore && (amendment?.article ?? entry.article));
      const reason = (p.entryIntoForce.date && known?.reason) ?? null;
      const how = reason && statementIn(reason, wordings.en);
      return { ...p, entryIntoForce: { ...p.entryIntoForce, basis, reason, how } };
    }),
  };
}
