/**
 * An independent statement of article 13 by hand: an oracle for the fold. It has its own calendar and knows nothing of XState or
 * `clauses/`. It relies on what art. 13 allows: without protocols the periods are a fixed grid from entry into force.
 */
import { later, type Day } from './oracle-calendar.ts';
import { byDay, dayOf, type OracleAnswer, type OracleFact, type OracleReading } from './oracle-facts.ts';
import { InForce } from './oracle-in-force.ts';

const beforeForce = ['signed', 'entry.agreed', 'completion.notified'];

export function oracle(parties: readonly [string, string], all: readonly OracleFact[], reading: OracleReading, asOf: Day): OracleAnswer {
  const inHindsight = agreedLater(parties, all, reading, asOf);
  const back = datedBack(parties, all, reading, asOf);
  const known = [...all.filter(f => dayOf(f) <= asOf || f === inHindsight), ...back].sort(byDay);
  const sound = known.filter(f => f.form !== 'oral' && f.defect === undefined);
  const withoutEffect = new Set(known.filter(f => !sound.includes(f)).map(f => f.id));
  const drop = (facts: readonly OracleFact[]): void => facts.forEach(f => withoutEffect.add(f.id));
  const vain = (): string[] => [...withoutEffect].filter(id => !back.some(f => f.id === id)).sort();
  const of = (type: string): OracleFact[] => sound.filter(f => f.type === type);

  const [signature, ...again] = of('signed');
  const signed = signature && dayOf(signature);
  const agreed = of('entry.agreed').filter(f => !signed || f.date! >= signed);
  drop([...again, ...of('entry.agreed').filter(f => !agreed.includes(f))]);

  const firsts = parties.map(p => of('completion.notified').find(f => f.by === p));
  const last = firsts.every(f => f !== undefined) ? firsts.map(dayOf).reduce(later) : undefined;
  const instead = agreed.at(-1)?.date;
  const entry = signed && (instead ?? (last && later(last, signed)));
  drop(of('completion.notified').filter(f => !firsts.includes(f) || (entry && instead && dayOf(f) >= entry)));

  const rest = sound.filter(f => !beforeForce.includes(f.type));
  if (!entry || entry > asOf) {
    drop(rest);
    const status = signed ? 'signed' : 'negotiated';
    return { status, entry, period: undefined, end: undefined, notices: [], withoutEffect: vain() };
  }
  drop(rest.filter(f => dayOf(f) < entry));
  const life = new InForce(entry, reading, withoutEffect);
  const onTheirWay = all.filter(
    f => dayOf(f) > asOf && f.dispatched && f.dispatched <= asOf && f.form !== 'oral' && f.defect === undefined,
  );
  life.live(
    rest.filter(f => dayOf(f) >= entry),
    onTheirWay,
  );
  return { entry, ...life.on(asOf), withoutEffect: vain() };
}

/** What the Parties did after the day for a day before it, as if done then, if it had effect when they did it. */
function datedBack(parties: readonly [string, string], all: readonly OracleFact[], reading: OracleReading, asOf: Day): OracleFact[] {
  const back = all.flatMap(f => {
    const named = f.firstDayOut ?? f.from;
    return dayOf(f) > asOf && named && named <= asOf ? [{ ...f, on: named, recorded: f.recorded ?? dayOf(f) }] : [];
  });
  if (!back.length) return [];
  const inTheEnd = oracle(parties, all, reading, all.map(dayOf).sort().at(-1)!);
  return back.filter(f => !inTheEnd.withoutEffect.includes(f.id));
}

/** The last agreement on another entry into force, made after the day, if with or without it the agreement is in force on the day. */
function agreedLater(
  parties: readonly [string, string],
  all: readonly OracleFact[],
  reading: OracleReading,
  asOf: Day,
): OracleFact | undefined {
  const sorted = [...all].sort(byDay);
  const signature = sorted.find(f => f.type === 'signed');
  const last = sorted.findLast(f => f.type === 'entry.agreed' && signature && f.date! >= dayOf(signature));
  if (!last || dayOf(last) <= asOf) return undefined;
  if (last.date! <= asOf) return last;
  const { entry } = oracle(
    parties,
    all.filter(f => dayOf(f) <= asOf),
    reading,
    asOf,
  );
  return entry && entry <= asOf ? last : undefined;
}
