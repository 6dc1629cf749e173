/**
 * Readings chosen in the file that never make a difference: folding under the choice and under the others gives the same dates in every
 * story that could distinguish them.
 */
import { after, before, date, dayAfter, dayBefore, latest, type CalendarDate, type Length } from '../../clauses/calendar.ts';
import { choices, type Question, type Reading } from '../../clauses/reading.ts';
import type { Fact } from '../facts.ts';
import { fold } from '../fold.ts';
import { protocolFacts } from './amendment-findings.ts';
import type { Finding } from './finding.ts';
import { noticeOn, periodsOf, type Walk } from './walk.ts';

/** `written`: the questions that the file answers. Stating the first choice explicitly is not a finding. */
export function readingFindings(walk: Walk, written: readonly Question[]): Finding[] {
  const { reading } = walk.agreement;
  const chosen = written.filter(q => reading[q] !== choices[q][0] || isSaidByTheClause(walk, q));
  return chosen
    .filter(question => !differs(walk, question))
    .map(question => ({
      name: 'readingNeverDiffers',
      severity: 'warning',
      article: articleOf(walk, question),
      path: ['reading', question],
      values: { question, choice: reading[question] },
      story: { ...storiesOf(walk)[telling[question]], dates: {} },
    }));
}

/** The clause then contradicts even the first choice. */
const isSaidByTheClause = ({ agreement }: Walk, question: Question): boolean =>
  question === 'revocation' && agreement.clauses.termination?.withdrawal === 'byConsent';

/** The story in which the choice should matter. */
const telling = {
  periodEnd: 'silence',
  noticeCount: 'silence',
  effect: 'early',
  waysOut: 'early',
  notifies: 'receivedLate',
  revocation: 'revokedLate',
  namedDate: 'naming',
  dayCount: 'silence',
  premature: 'early',
} as const satisfies Record<Question, keyof ReturnType<typeof storiesOf>>;

const ofTheNotice: readonly Question[] = ['effect', 'waysOut', 'revocation', 'namedDate', 'premature'];

function articleOf({ agreement: { clauses } }: Walk, question: Question): string {
  if (question === 'dayCount') return clauses.entryIntoForce.article;
  return (ofTheNotice.includes(question) && clauses.termination?.article) || clauses.duration.article;
}

function differs(walk: Walk, question: Question): boolean {
  const each = choices[question].map((choice): Reading => ({ ...walk.agreement.reading, [question]: choice }));
  return anchored(walk).some(w =>
    Object.values(storiesOf(w)).some(story => new Set(each.map(reading => outcome(w, story, reading))).size > 1),
  );
}

/** Moves entry into force, if necessary by agreement of the Parties, to days on which months or years are counted differently. */
function anchored(walk: Walk): Walk[] {
  const moved = ['2019-08-31', '2020-02-29', '2021-02-28'].map(text => {
    const inForce = latest(date(text), after(walk.signed, 'P1D' as Length));
    const agreed: Fact = { id: 'e1', type: 'entry.agreed', on: walk.signed, date: inForce };
    return { ...walk, facts: [...walk.facts, agreed], inForce, seen: new Map() };
  });
  return [walk, ...moved];
}

interface Scenario {
  facts: readonly Fact[];
  asOf: CalendarDate;
}

/** Silence, and different notices: dispatched before receipt, naming a day, revoked late, revoked with consent. */
function storiesOf(walk: Walk) {
  const { periods, next } = periodsOf(walk);
  const [period] = periods;
  const lastForNotice = period?.lastDayForNotice;
  const day = latest(lastForNotice ?? before(next, 'P1M' as Length), walk.inForce);
  const far = after(latest(next, day), 'P2Y' as Length);
  const told = (...more: Fact[]): Scenario => ({ facts: [...walk.facts, ...more], asOf: far });
  const other = walk.agreement.parties[1].id;
  const notice = (received: CalendarDate, more: object = {}): Fact => ({ ...noticeOn(walk, received), ...more });
  const revoked = (received: CalendarDate): Fact => notice(received, { id: 'r1', type: 'termination.revoked', of: 't1' });
  const consent: Fact = { id: 'c1', type: 'termination.revocationConsented', by: other, received: dayAfter(dayAfter(day)), of: 'r1' };
  const named = { names: { firstDayOut: after(day, 'P20Y' as Length) } };
  return {
    silence: told(),
    early: told(notice(walk.inForce)),
    late: told(notice(dayAfter(day))),
    dispatchedEarlier: told(notice(day, { dispatched: latest(walk.inForce, dayBefore(dayBefore(day))) })),
    receivedLate: told(notice(dayAfter(day), { dispatched: day })),
    naming: told(notice(day, named)),
    lateNaming: told(notice(dayAfter(day), named)),
    revokedLate: told(notice(day), revoked(dayAfter(day))),
    revokedWithConsent: told(notice(day), revoked(dayAfter(day)), consent),
    amended: told(...protocolFacts(walk)),
    revokedInThePeriodAfter: told(notice(next), revoked(dayAfter(next))),
  };
}

/** Returns every date of the story on one reading: the state at the end of each day on which something changes. */
function outcome({ agreement }: Walk, { facts, asOf }: Scenario, reading: Reading): string {
  const { history } = fold(agreement, facts, reading, asOf);
  const days = history.filter(({ day }, i) => history[i + 1]?.day !== day);
  const each = days.map(({ day, phase, context: c }) => ({
    day,
    what: JSON.stringify([
      phase,
      c.entry?.date,
      c.protocols.map(p => p.on),
      c.period && [c.period.firstDay, c.period.lastDay, c.period.lastDayForNotice],
      c.notices.map(n => [n.outcome.inTime, n.outcome.lastDayInForce.date, n.revoked?.on]),
    ]),
  }));
  return each
    .filter(({ what }, i) => what !== each[i - 1]?.what)
    .map(({ day, what }) => `${day} ${what}`)
    .join('\n');
}
