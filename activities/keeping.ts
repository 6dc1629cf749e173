/**
 * Keeping an agreement: writes an entry to the register, folds the family's ledger, and returns the plan. A local activity
 * of the agreement's workflow; the workflow passes its own now, so that skipped time is skipped for the law as well.
 */
import type { Instant } from '../clauses/calendar.ts';
import { changesBetween } from '../machines/changes.ts';
import type { Plan } from '../machines/plan.ts';
import { LinesMissing } from '../register/errors.ts';
import type { Registers } from '../register/home.ts';
import type { Register, Row, Rules } from '../register/types.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import type { Answer, Opening, RecordRequest, RedescribeRequest, ReplanRequest, TrustRequest } from '../workflows/messages.ts';
import { descriptionOf } from './description.ts';
import { onTheDesk } from './telling.ts';
import { planned, reachOf } from './planning.ts';
import { refuseWithoutRight, type SecurityLog } from './rights.ts';
import { refuseKeptElsewhere, write, type Written } from './writing.ts';

/** What the workflow asks for: to open, to write an entry, to change the description, or only to fold again, for a person or by itself. */
export type Asked =
  | { kind: 'open'; open: Opening }
  | { kind: 'record'; request: RecordRequest }
  | { kind: 'redescribe'; request: RedescribeRequest }
  | { kind: 'replan'; request: ReplanRequest | undefined }
  | { kind: 'trust'; request: TrustRequest }
  | { kind: 'fold' };

export interface KeepRequest {
  agreement: string;
  rehearsal: boolean;
  /** The workflow's now. */
  now: Instant;
  /** The register's head that the workflow knows, and the plan it keeps. */
  head: number;
  previous?: Plan | undefined;
  asked: Asked;
  /** For whom the rights must be that are shown: this workflow. */
  audience: string;
}

export interface Kept {
  head: number;
  plan: Plan;
  answer: Answer;
  /** The authorities that are trusted; absent where rights are not asked for. */
  trusted?: TrustedKey[];
}

export interface Tools {
  registers: Registers;
  /** Called between the register's commit and the return: where tests pull the plug. */
  afterAppend?: (entry: { id: string }) => void;
  /** Where every refusal of a right goes. */
  security?: SecurityLog;
}

export const createKeep =
  (tools: Tools) =>
  async (request: KeepRequest): Promise<Kept> => {
    const { registers, afterAppend = () => {} } = tools;
    const register = await registers.open(request.agreement, request.rehearsal).catch(refuseKeptElsewhere);
    const written = await write(register, request, afterAppend).catch(refuseWithoutRight(tools, request.agreement));
    const rows = await register.rows(request.agreement);
    if (rows.length < request.head) throw new LinesMissing(request.agreement, register.name, request.head, rows.length);
    const plan = await planAfter(written, rows, register, request);
    await register.foldedBy(request.agreement, rulesOf(rows, request.agreement, plan), request.now);
    const trusted = await register.trusted();
    return { head: rows.length, plan, answer: answerOf(written, plan, request.previous), ...(trusted.length ? { trusted } : {}) };
  };

/** A strike may be written though another entry still keeps the ledger from being folded: then what was written is said too. */
async function planAfter(written: Written | undefined, rows: readonly Row[], register: Register, request: KeepRequest): Promise<Plan> {
  const reach = await reachOf(register, request);
  try {
    return { ...planned(rows, reach), ...onTheDesk(rows, request) };
  } catch (cause) {
    if (written && cause instanceof Error) cause.message = `${written.id} was entered, line ${written.seq}. ${cause.message}`;
    throw cause;
  }
}

/** Which law, which description, which reading the plan follows: another one is a line of the register. */
function rulesOf(rows: readonly Row[], agreement: string, { law, description }: Plan): Rules {
  return { law, description, reading: descriptionOf(rows, agreement).agreement.reading };
}

function answerOf(written: Written | undefined, plan: Plan, previous: Plan | undefined): Answer {
  return {
    entry: { id: written?.id ?? '', seq: written?.seq ?? 0 },
    existing: written?.existing ?? false,
    standing: plan.standing,
    changed: changesBetween(previous, plan),
    withoutEffect: plan.withoutEffect.find(w => w.fact === written?.id)?.why ?? null,
    announced: plan.owed.filter(o => o.as === 'performed').map(o => o.act),
    withdrawn: plan.withdrawn,
  };
}
