/** Writes acts to the register's outbox and the log, each at most once. Delivery sends them to people. */
import type { Language } from '../clauses/desk.ts';
import type { Act } from '../machines/acts.ts';
import type { Plan } from '../machines/plan-types.ts';
import type { Registers } from '../register/home.ts';
import type { OutboxLine, Step } from '../register/types.ts';
import { actSentence } from '../wording/acts/sentence.ts';
import { wordings, type Wording } from '../wording/index.ts';
import { say } from '../wording/statements.ts';

export interface Logbook {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface PerformRequest {
  agreement: string;
  rehearsal: boolean;
  now: number;
  owed: Plan['owed'];
  withdrawn: readonly Act[];
}

/** The outbox steps for acts that are owed and for acts that have lost their basis. */
export const stepsOf = (owed: Plan['owed'], withdrawn: readonly Act[]): Step[] => [
  ...withdrawn.map(act => ({ step: 'withdrawn' as const, body: act })),
  ...owed.map(({ act, as }) => ({ step: as, body: act })),
];

/** Logs what was written to the outbox, in the service's language, except history. */
export function logActs(log: Logbook, lines: readonly OutboxLine[], language: Language | undefined = 'en'): void {
  for (const { agreement, step, body } of lines) {
    if (step === 'history') continue;
    const { kind, what, on, basis } = body;
    // An alarm is an error in the log too.
    log[what === 'silence' ? 'error' : 'info']({ agreement, step, kind, what, on, basis }, actLine({ step, body }, wordings[language]));
  }
}

/** For the Temporal UI: the acts of one step, except history; only the first few of many. */
export function describeActs(lines: readonly OutboxLine[], w: Wording): string[] {
  const done = lines.filter(({ step }) => step !== 'history').map(line => actLine(line, w));
  return done.length > 5 ? [...done.slice(0, 4), say('planMore', { more: done.length - 4 }, w)] : done;
}

function actLine({ step, body }: Pick<OutboxLine, 'step' | 'body'>, w: Wording): string {
  const said = actSentence(body, w);
  return step === 'withdrawn' ? say('planWithdrawn', { said }, w) : said;
}

interface PerformTools {
  registers: Registers;
  log: Logbook;
  language?: Language | undefined;
  wake: ((agreement: string) => Promise<void>) | undefined;
}

/** Writes acts of reconciliation; all other acts are written with the step that owes them. */
export const createPerform =
  ({ registers, log, language, wake }: PerformTools) =>
  async ({ agreement, rehearsal, now, owed, withdrawn }: PerformRequest): Promise<number> => {
    const steps = stepsOf(owed, withdrawn);
    const register = await registers.open(agreement, rehearsal);
    const written = await register.perform(agreement, steps, now);
    logActs(log, written, language);
    // Nothing about a rehearsal leaves the machine. Wakes delivery even if this attempt wrote nothing: an earlier one may have died before
    // this line.
    if (wake && !rehearsal && steps.some(({ step }) => step !== 'history')) await wake(agreement);
    return written.length;
  };
