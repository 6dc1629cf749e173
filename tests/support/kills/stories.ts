/**
 * The officers' stories: short sequences of commands as a person types them, each command with the lines that it adds to the register.
 * Drawn from a seed; invented. None of them should be refused, so that a refusal is a finding.
 */
import { addDays, date, type CalendarDate } from '../../../clauses/calendar.ts';
import type { Row } from '../../../register/types.ts';
import { chanceOf, type Chance } from '../chance.ts';

/** A line that a command adds: an entry by its id, a step of a notice, or a request to a protocol. */
export type Line = { id: string } | { notice: string; step: string } | { protocol: string; type: string };

export interface Command {
  args: string[];
  brings: Line[];
  /** Nothing that follows depends on it: an officer who gets no answer may give it up. */
  mayBeLet?: true;
}

export interface Story {
  agreement: string;
  commands: Command[];
}

export interface Teller {
  seed: number;
  officer: string;
  /** Agreements with an end in the past, reported over and over: each time years of acts are withdrawn and performed again. */
  ended: readonly string[];
  /** Agreements with notices and protocols in progress, whose end is only in the future. */
  current: readonly string[];
  /** The day of the run, the same throughout. */
  today: CalendarDate;
}

/** Approves what the officers draft. */
export const headOfDepartment = 'head of department';

/** The n-th story of an officer: always the same one. */
export function story(teller: Teller, n: number): Story {
  const chance = chanceOf(teller.seed, teller.officer, n);
  const key = `${teller.officer}-${n}`;
  const isPast = chance.in100(45);
  const agreement = chance.one(isPast ? teller.ended : teller.current);
  const kinds = isPast ? [revoked, struck, corrected] : [revoked, struck, corrected, ours, ours, recalled, theirs, theirs, abandoned];
  // A fact recorded after an agreement was onboarded is announced in letters, however old it is.
  const day = isPast ? addDays(date('2021-06-01'), chance.below(1500)) : teller.today;
  return { agreement, commands: chance.one(kinds)({ agreement, key, chance, day, ...teller }) };
}

interface Matter {
  agreement: string;
  key: string;
  chance: Chance;
  day: CalendarDate;
  today: CalendarDate;
  officer: string;
}

const entry = (command: string, agreement: string, what: string, id: string, flags: string[], more: object = {}): Command => ({
  args: [command, agreement, what, '--id', id, ...flags, '--yes', '--json'],
  brings: [{ id }],
  ...more,
});

const notified = ({ agreement, key, day }: Matter): Command =>
  entry('record', agreement, 'termination.notified', `t-${key}`, ['--by', 'AZ', '--received', day]);

function revoked(m: Matter): Command[] {
  const flags = ['--by', 'AZ', '--of', `t-${m.key}`, '--received', m.day];
  return [notified(m), entry('record', m.agreement, 'termination.revoked', `r-${m.key}`, flags)];
}

function struck(m: Matter): Command[] {
  return [notified(m), entry('strike', m.agreement, `t-${m.key}`, `k-${m.key}`, ['--reason', 'sent in error'])];
}

function corrected(m: Matter): Command[] {
  const correction = (n: number): Command =>
    entry('correct', m.agreement, `t-${m.key}`, `c-${m.key}-${n}`, ['--received', addDays(m.day, -n), '--reason', 'stamp misread'], {
      mayBeLet: true,
    });
  return [notified(m), correction(1), correction(2), entry('strike', m.agreement, `t-${m.key}`, `k-${m.key}`, ['--reason', 'no notice'])];
}

const paper = ({ agreement }: Matter, command: string, number: string, flags: string[], ...brings: Line[]): Command => ({
  args: ['notice', command, agreement, number, ...flags],
  brings,
});
const opened = ({ agreement, officer }: Matter, command: string, number: string, flags: string[], step = 'notice.drafted'): Command => ({
  args: ['notice', command, agreement, '--number', number, '--person', officer, ...flags],
  brings: [{ notice: number, step }],
});

function drafted(m: Matter): Command[] {
  const number = `n-${m.key}`;
  return [
    opened(m, 'draft', number, ['--kind', 'consultations', '--by', 'KZ', '--subject', `art. ${m.chance.below(12) + 1}`]),
    paper(m, 'approve', number, ['--person', headOfDepartment], { notice: number, step: 'notice.approved' }),
  ];
}

function ours(m: Matter): Command[] {
  const number = `n-${m.key}`;
  const sent = ['--on', m.today, '--reference', number, '--person', m.officer, '--yes'];
  const proof = ['--on', m.today, '--evidence', 'receipt', '--person', m.officer, '--yes'];
  return [
    ...drafted(m),
    paper(m, 'dispatch', number, sent, { notice: number, step: 'notice.dispatched' }),
    paper(m, 'received', number, proof, { id: number }, { notice: number, step: 'notice.received' }),
  ];
}

function recalled(m: Matter): Command[] {
  const number = `n-${m.key}`;
  const flags = ['--reason', 'no longer needed', '--person', m.officer];
  return [...drafted(m), paper(m, 'recall', number, flags, { notice: number, step: 'notice.recalled' })];
}

function theirs(m: Matter): Command[] {
  const number = `n-${m.key}`;
  const [flags, step] = m.chance.in100(50) ? [['--accept'], 'notice.accepted'] : [['--defective', 'unsigned'], 'notice.found.defective'];
  return [
    opened(m, 'enter', number, ['--kind', 'consultations', '--by', 'AZ', '--received', m.today, '--subject', 'art. 5']),
    paper(m, 'examine', number, [...flags, '--person', m.officer, '--yes'], { id: number }, { notice: number, step }),
  ];
}

function abandoned(m: Matter): Command[] {
  const protocol = `p-${m.key}`;
  const told = (command: string, flags: string[], type: string): Command => ({
    args: ['protocol', command, m.agreement, protocol, ...flags],
    brings: [{ protocol, type }],
  });
  return [
    told('propose', ['--by', 'KZ', '--received', m.today, '--changes', '{"noticeBefore":"P5M"}'], 'protocol.proposed'),
    told('agree', ['--on', m.today], 'protocol.agreed'),
    told('abandon', ['--on', m.today, '--reason', 'replaced'], 'protocol.abandoned'),
  ];
}

/** How often the register has a line. */
export const timesIn = (rows: readonly Row[], line: Line): number => rows.filter(({ entry }) => isLine(entry, line)).length;

function isLine(entry: Row['entry'], line: Line): boolean {
  if ('id' in line) return entry.id === line.id;
  if ('step' in line)
    return entry.type === 'notice.step' && 'notice' in entry && entry.notice === line.notice && entry.step.type === line.step;
  return entry.type === line.type && 'protocol' in entry && entry.protocol === line.protocol;
}
