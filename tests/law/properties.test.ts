/** Properties of every ledger: under art. 13, and under agreements with every kind of clause and with protocols. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../clauses/agreement.ts';
import { addDays, type CalendarDate } from '../../clauses/calendar.ts';
import { questions, type Condition, type Question, type Reading } from '../../clauses/reading.ts';
import { actKey, reconcile } from '../../machines/acts.ts';
import { hasEnded } from '../../machines/agreement/context.ts';
import { dateOf, type Entry, type Fact } from '../../machines/facts.ts';
import { fold } from '../../machines/fold.ts';
import { phaseOf } from '../../machines/driver.ts';
import { factsKnown } from '../../machines/ledger.ts';
import { liveQuestions } from '../../machines/readings.ts';
import { standing } from '../../machines/standing.ts';
import type { Standing } from '../../machines/standing-types.ts';
import { viewOf } from '../../machines/view.ts';
import { aFamilyLedger, anAgreement, anyAgreement } from './families.ts';
import { byDefault, given, sentence, english } from './setup.ts';
import { aDay, aLedger, aReading, checked } from './ledgers.ts';

const agreement = given();

const shown = (of: Agreement, entries: readonly Entry[], asOf: CalendarDate): Standing =>
  standing({ agreement: of, description: 'sha256:', entries, asOf });

/** The values of a fold's answer, without its words. */
function values(of: Agreement, facts: readonly Fact[], reading: Reading, asOf: CalendarDate): unknown {
  const { status, entry, period, end, notices, protocols } = viewOf(fold(of, facts, reading, asOf), asOf);
  return {
    status,
    entry: entry?.date,
    period: period && [period.number, period.firstDay, period.lastDay.date, period.lastDayForNotice?.date, period.settled],
    end: end && [end.cause, end.lastDayInForce.date],
    notices: notices.map(n => [n.id, n.outcome.inTime, n.outcome.lastDayInForce.date, n.revoked]),
    protocols: protocols.map(p => [p.id, p.status, p.entry?.date]),
  };
}

describe('registering facts', () => {
  it('in any order gives the same result', () => {
    const shuffled = aFamilyLedger.chain(l => fc.tuple(fc.constant(l), fc.shuffledSubarray(l, { minLength: l.length })));
    checked(
      fc.property(anAgreement, shuffled, aDay, (of, [list, other], pick) => {
        const asOf = pick(list);
        expect(fold(of, other, byDefault, asOf)).toEqual(fold(of, list, byDefault, asOf));
      }),
      400,
    );
    checked(
      fc.property(shuffled, aDay, ([list, other], pick) => {
        const asOf = pick(list);
        expect(shown(agreement, other, asOf)).toEqual(shown(agreement, list, asOf));
      }),
      10,
    );
  });

  it('that are corrections gives what the corrected fact would have given, and striking a correction restores the previous result', () => {
    checked(
      fc.property(aLedger, fc.nat(), fc.integer({ min: -300, max: 300 }), aDay, aReading, (ledger, which, moved, pick, reading) => {
        fc.pre(ledger.length > 0);
        const fact = ledger[which % ledger.length]!;
        const field = 'received' in fact ? 'received' : 'on';
        const date = addDays(dateOf(fact), moved);
        const recorded = addDays(dateOf(fact), 10_000);
        const correction = { id: 'k', type: 'corrected', of: fact.id, recorded, [field]: date } as unknown as Entry;
        const strike: Entry = { id: 'x', type: 'struck', of: 'k', recorded: addDays(recorded, 1), reason: 'it was right' };
        const asOf = pick(ledger);
        const refolded = ledger.map(f => (f === fact ? { ...f, [field]: date } : f));
        expect(factsKnown([...ledger, correction]).facts).toEqual(refolded);
        const folded = (entries: readonly Entry[]): unknown => fold(agreement, factsKnown(entries).facts, reading, asOf);
        expect(folded([...ledger, correction])).toEqual(folded(refolded));
        expect(folded([correction, strike, ...ledger])).toEqual(folded(ledger));
      }),
      300,
    );
  });

  it('that are strikes gives what the ledger without the fact would have given, and striking a strike restores the fact', () => {
    checked(
      fc.property(aLedger, fc.nat(), aDay, aReading, (ledger, which, pick, reading) => {
        fc.pre(ledger.length > 0);
        const fact = ledger[which % ledger.length]!;
        fc.pre(!ledger.some(f => 'of' in f && f.of === fact.id));
        const recorded = addDays(dateOf(fact), 10_000);
        const strike: Entry = { id: 'k', type: 'struck', of: fact.id, recorded, reason: 'sent in error' };
        const revived: Entry = { id: 'x', type: 'struck', of: 'k', recorded, reason: 'it was sent after all' };
        const asOf = pick(ledger);
        const folded = (entries: readonly Entry[]): unknown => fold(agreement, factsKnown(entries).facts, reading, asOf);
        expect(folded([strike, ...ledger])).toEqual(folded(ledger.filter(f => f !== fact)));
        expect(folded([...ledger, strike, revived])).toEqual(folded(ledger));
      }),
      300,
    );
  });
});

describe('the fold', () => {
  it('does not anticipate: what happens later changes neither the present nor earlier acts', () => {
    checked(
      fc.property(anAgreement, aFamilyLedger, aReading, aDay, fc.integer({ min: 0, max: 3000 }), (of, ledger, reading, pick, more) => {
        const now = pick(ledger);
        // an agreed entry into force can move it afterwards, and a dispatch or a dated note becomes known only with its receipt
        const facts = ledger.filter(f => f.type !== 'entry.agreed' && !isOfDefective(f, ledger));
        const received: Reading = { ...reading, notifies: 'received' };
        const { duration } = of.clauses;
        if (duration.kind === 'periods' && duration.counts && duration.counts !== 'received') return; // then it counts before it is received
        const early = fold(of, facts, received, now);
        expect(early.reachingBack.every(r => r.how === 'dispatched')).toBe(true); // such a notice counts on the other reading only
        const dated = facts.filter(f => dateOf(f) <= now);
        expect({ ...early, reachingBack: [] }).toEqual(fold(of, dated, received, now));
        const clause = of.clauses.entryIntoForce;
        if (clause.on === 'lastNotification' && clause.counts === 'dated') return;
        const late = fold(of, facts, received, addDays(now, more));
        expect(late.acts.filter(a => a.on <= now)).toEqual(early.acts);
      }),
      400,
    );
  });

  it('keeps every due date in the future, and none after the end', () => {
    checked(
      fc.property(anAgreement, aFamilyLedger, aReading, aDay, (of, ledger, reading, pick) => {
        const asOf = pick(ledger);
        const { agreement: course, protocols } = fold(of, ledger, reading, asOf);
        for (const due of [course, ...Object.values(protocols)].flatMap(c => c.pending))
          expect(due.on > asOf, `${due.name} ${due.on}`).toBe(true);
        if (hasEnded(course.snapshot.context)) expect(course.pending).toEqual([]);
      }),
      400,
    );
  });

  it('answers for a day what is true on that day: in force through the last day, in the period that includes the day', () => {
    checked(
      fc.property(anAgreement, aFamilyLedger, aReading, aDay, (of, ledger, reading, pick) => {
        const asOf = pick(ledger);
        const { status, period, end } = viewOf(fold(of, ledger, reading, asOf), asOf);
        const isOver = ['terminated', 'expired', 'superseded'].includes(status);
        if (isOver) expect(end!.lastDayInForce.date < asOf).toBe(true);
        if ((status === 'inForce' || status === 'suspended') && end) expect(end.lastDayInForce.date >= asOf).toBe(true);
        if (period) expect(period.firstDay <= asOf && asOf <= period.lastDay.date).toBe(true);
      }),
      400,
    );
  });

  it('classifies every fact exactly once: applied, without effect, or not yet', () => {
    checked(
      fc.property(anAgreement, aFamilyLedger, aReading, aDay, (of, ledger, reading, pick) => {
        const asOf = pick(ledger);
        const { timeline: steps, withoutEffect, taken: due } = fold(of, ledger, reading, asOf);
        const none = withoutEffect.map(w => w.fact);
        expect(new Set(none).size).toBe(none.length);
        const isOnItsWay = (f: Fact): boolean => f.type === 'termination.notified' && f.received > asOf; // a step once it is received
        const taken = due.filter(f => !none.includes(f.id) && !isOnItsWay(f));
        // a revocation that waited for consent until the end was applied, and has no result
        const inVain = withoutEffect.filter(w => w.reason.code === 'consentNotReceived').length;
        expect(steps.filter(s => ledger.some(f => f.type === s.what)).length).toBe(taken.length + inVain);
        for (const w of withoutEffect) expect(english(w.reason)).toMatch(/^[A-Z\w].+\.$/);
      }),
      300,
    );
  });
});

describe('acts of a plan', () => {
  it('are consistent: those done, less those withdrawn, plus those owed, are what the new fold calls for, and none precedes the late fact', () => {
    checked(
      fc.property(aFamilyLedger, fc.nat(), aDay, (ledger, which, pick) => {
        fc.pre(ledger.length > 0);
        const late = ledger[which % ledger.length]!;
        fc.pre(late.type !== 'entry.agreed' && !ledger.some(f => 'of' in f && f.of === late.id));
        const asOf = pick(ledger);
        const before = fold(
          agreement,
          ledger.filter(f => f !== late),
          byDefault,
          asOf,
        ).acts;
        const after = fold(agreement, ledger, byDefault, asOf).acts;
        const { owed, withdrawn } = reconcile(before, after);
        const gone = new Set(withdrawn.map(actKey));
        expect([...before.filter(a => !gone.has(actKey(a))), ...owed].map(actKey).sort()).toEqual(after.map(actKey).sort());
        for (const act of [...owed, ...withdrawn]) expect(act.on >= dateOf(late), `${act.on} ${sentence(act)}`).toBe(true);
      }),
      400,
    );
  });
});

describe('the readings', () => {
  it('that are not folded make no difference: the live questions give what the full product gives', () => {
    checked(
      fc.property(anyAgreement, aFamilyLedger, aReading, aDay, (of, ledger, reading, pick) => {
        const asOf = pick(ledger);
        const live = liveQuestions(
          of,
          ledger.filter(f => dateOf(f) <= asOf),
        );
        const projected = Object.fromEntries(questions.map(q => [q, live.includes(q) ? reading[q] : byDefault[q]])) as unknown as Reading;
        expect(values(of, ledger, projected, asOf)).toEqual(values(of, ledger, reading, asOf));
      }),
      600,
    );
  });

  it('are distinguished by the conditions displayed: each condition has one outcome, which its readings give', () => {
    checked(
      fc.property(aLedger, aReading, aDay, (ledger, reading, pick) => {
        const asOf = pick(ledger);
        const { termination, status, statusAlternatives, period } = shown(agreement, ledger, asOf);
        const view = viewOf(fold(agreement, ledger, reading, asOf), asOf);
        const among = <V>(byDefaultIs: V, others: readonly { when: Condition[]; value: V }[]): V => {
          const held = others.filter(o => o.when.some(c => holds(c, reading)));
          expect(held.length).toBeLessThanOrEqual(1);
          return held.length ? held[0]!.value : byDefaultIs;
        };
        expect(
          among(
            status as string,
            statusAlternatives.map(a => ({ when: a.when, value: a.status })),
          ),
        ).toBe(view.status);
        const out = view.end ? addDays(view.end.lastDayInForce.date, 1) : null;
        if (termination)
          expect(
            among<string | null>(
              termination.firstDayOut,
              termination.alternatives.map(a => ({ when: a.when, value: a.firstDayOut })),
            ),
          ).toBe(out);
        const last = period?.lastDayForNotice;
        // a period that ends on the day asked about, while the default reading is in the next, counts as over
        const isOver = period?.firstDay === asOf && view.period?.lastDay.date === asOf;
        if (last && !isOver)
          expect(
            among<string | null>(
              last.date,
              last.alternatives.map(a => ({ when: a.when, value: a.date })),
            ),
          ).toBe(view.period?.lastDayForNotice?.date ?? null);
      }),
      80,
    );
  });
});

const holds = (condition: Condition, reading: Reading): boolean =>
  (Object.keys(condition) as Question[]).every(q => condition[q] === reading[q]);

/** A revocation of a notice that turns out defective is known to concern nothing only once that notice is there. */
const isOfDefective = (f: Fact, ledger: readonly Fact[]): boolean =>
  'of' in f && ledger.some(o => o.id === f.of && (('defect' in o && o.defect !== undefined) || ('form' in o && o.form === 'oral')));

describe('the generated ledgers', () => {
  it('reach every phase, of agreements and of protocols', () => {
    const seen = new Set<string>();
    checked(
      fc.property(anAgreement, aFamilyLedger, aDay, (of, ledger, pick) => {
        const { agreement: course, protocols } = fold(of, ledger, byDefault, pick(ledger));
        seen.add(phaseOf(course));
        for (const p of Object.values(protocols)) seen.add(`protocol ${phaseOf(p)}`);
      }),
      600,
    );
    const phases = ['negotiated', 'signed', 'inForce', 'terminated', 'expired', 'superseded'];
    const ofProtocols = ['proposed', 'agreed', 'signed', 'inForce', 'ended', 'neverOperates', 'abandoned'].map(p => `protocol ${p}`);
    expect([...seen].sort()).toEqual([...phases, ...ofProtocols].sort());
  });
});
