/**
 * One request's writing to the register. Every check stands before the commit, the fold included: what is refused leaves the
 * register as it was, and a repeat finds what is there.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Right } from '../identity/right.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { latest, legalToday } from '../clauses/calendar.ts';
import { dateOf, isAmending, type Entry } from '../machines/facts.ts';
import { FoldFailure, reasonOf } from '../machines/fold-failure.ts';
import { descriptionLimit, whyBeyond } from '../machines/limits.ts';
import { malformed, type Refusal } from '../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../machines/refusals.ts';
import { IdConflict, NotAllowed } from '../register/errors.ts';
import { KeptElsewhere } from '../register/home.ts';
import type { Description, Line, Register, Row } from '../register/types.ts';
import { notAllowed, whyNotAsked, whyNotRecorded } from '../machines/rights.ts';
import type { Shown } from '../register/rights.ts';
import type { Opening, RecordRequest, RedescribeRequest, TrustRequest, WithRight } from '../workflows/messages.ts';
import { shown } from './rights.ts';
import { descriptionOf, entriesOf, type Described } from './description.ts';
import type { KeepRequest } from './keeping.ts';
import { planned } from './planning.ts';
import { accepted, refusal, refuse } from './refusing.ts';

export interface Written {
  id: string;
  seq: number;
  existing: boolean;
}

/** Writes what is asked; undefined when nothing is to be written. @throws ApplicationFailure of type Refused, with a Refusal. */
export async function write(
  register: Register,
  request: KeepRequest,
  afterAppend: (entry: { id: string }) => void,
): Promise<Written | undefined> {
  return new Writing(register, request, afterAppend).carryOut().catch(refuseConflict);
}

class Writing {
  constructor(
    private readonly register: Register,
    private readonly request: KeepRequest,
    private readonly afterAppend: (entry: { id: string }) => void,
  ) {}

  async carryOut(): Promise<Written | undefined> {
    const { asked } = this.request;
    switch (asked.kind) {
      case 'open':
        return this.open(asked.open);
      case 'record':
        return this.record(asked.request);
      case 'redescribe':
        return this.redescribe(asked.request);
      case 'replan':
        await this.assertMay('replan', asked.request ?? { by: '' });
        return undefined;
      case 'trust':
        return this.trust(asked.request);
      case 'fold':
        return undefined;
      default:
        return asked satisfies never;
    }
  }

  /** The description first, then the facts of its file, which it lists: a repeat goes on where a crash cut it off, and enters no others. */
  private async open(asked: Opening): Promise<Written | undefined> {
    const { description, facts, by } = asked;
    const authority = this.authority('open', asked, holder => whyNotAsked(holder, 'open'));
    const described = readDescription(description);
    if (described.agreement.id !== this.request.agreement) refuse(misnamed(described.agreement.id, this.request.agreement));
    const entries = facts.map(f => accepted(readEntry(f, described.agreement, this.request.now)));
    for (const e of entries) refuseIf(refusalByLedger(entries, e, described.agreement, this.request.now));
    const rows = await this.register.rows(this.request.agreement);
    const { hash, content } = described;
    const first = rows[0]?.entry ?? { type: 'described', id: 'description-1', hash, content, facts: entries.map(e => e.id) };
    if (!rows.length) this.assertFolds([first, ...entries], by);
    const written = rows.length ? undefined : await this.append(first, by, authority);
    const listed = (first as Description).facts ?? [];
    for (const e of entries) if (listed.includes(e.id) && !rows.some(r => r.entry.id === e.id)) await this.append(e, by, authority);
    return written;
  }

  private async record(request: RecordRequest): Promise<Written> {
    const { entry: raw, by } = request;
    const rows = await this.register.rows(this.request.agreement);
    const { agreement } = descriptionOf(rows, this.request.agreement);
    const read = accepted(readEntry(asFirstRecorded(raw, rows), agreement, this.request.now));
    refuseIf(whyReserved(read));
    const entry = stamped(
      read,
      this.request.now,
      agreement.parties.map(p => p.zone),
    );
    const authority = this.authority('record', request, (holder, right) => whyNotRecorded(holder, entry) ?? whyNotAlone(right));
    return this.append(entry, by, authority, ledger => {
      refuseIf(refusalByLedger(entriesOf(ledger), entry, agreement, this.request.now));
      this.foldWith(ledger, entry);
    });
  }

  private async redescribe(request: RedescribeRequest): Promise<Written> {
    const { content, reason, by } = request;
    const rows = await this.register.rows(this.request.agreement);
    const current = readableIn(rows, this.request.agreement);
    const described = readDescription(content);
    if (described.agreement.id !== this.request.agreement) refuse(misnamed(described.agreement.id, this.request.agreement));
    if (described.hash === current?.hash) return { id: current.id, seq: current.seq, existing: true };
    const id = `description-${rows.filter(r => r.entry.type === 'described').length + 1}`;
    const entry: Description = { type: 'described', id, hash: described.hash, content: described.content, reason };
    const authority = this.authority('redescribe', request, holder => whyNotAsked(holder, 'redescribe'));
    return this.append(entry, by, authority, ledger => this.foldWith(ledger, entry));
  }

  private async trust(request: TrustRequest): Promise<undefined> {
    await this.assertMay('trust', request);
    const trusted = await this.register.trusted();
    if (!isDeepStrictEqual(byKid(request.keys), byKid(trusted)))
      throw new NotAllowed(
        'the register trusts other authorities than those that were named; change them there first (npx servanda identity trust)',
      );
  }

  private assertMay(name: 'replan' | 'trust', request: WithRight & { by: string }): Promise<void> {
    return this.register.assertRight(this.authority(name, request, holder => whyNotAsked(holder, name)));
  }

  private authority(name: string, request: WithRight & { by: string }, whyNot: Parameters<typeof shown>[3]): Shown {
    return shown(name, request, { by: request.by, audience: this.request.audience }, whyNot);
  }

  /**
   * A fold that fails must fail before the commit. Where it fails without the entry too, what mends it is taken, and a strike in any
   * case: one bad entry is taken out after the other.
   */
  private foldWith(ledger: readonly Row[], entry: Line): void {
    const failure = this.failureOf([...ledger, { ...ledger.at(-1)!, entry }]);
    if (!failure) return;
    const before = this.failureOf(ledger);
    if (before && entry.type === 'struck') return;
    if (before) throw before;
    refuse({
      refused: 'notFolded',
      message: `With ${entry.id} ${this.request.agreement} can't be folded: ${reasonOf(failure.cause ?? failure)} Nothing was written. Check what it says; if that is right, report this as a fault of servanda.`,
      basis: 'register',
    });
  }

  /** What an agreement is opened with. */
  private assertFolds(lines: readonly Line[], by: string): void {
    const failure = this.failureOf(lines.map(entry => ({ entry, entered: { by, at: this.request.now } }) as Row));
    if (failure) refuse({ refused: 'notFolded', message: `${failure.message} Nothing was written.`, basis: 'register' });
  }

  private failureOf(rows: readonly Row[]): Error | undefined {
    try {
      planned(rows, { ...this.request, done: [] });
      return undefined;
    } catch (cause) {
      return cause as Error;
    }
  }

  private async append(entry: Line, by: string, authority: Shown, check?: (rows: readonly Row[]) => void): Promise<Written> {
    const { agreement, now, head } = this.request;
    const { row, existing } = await this.register.append(agreement, head, entry, { by, at: now }, check, authority);
    this.afterAppend(entry);
    return { id: entry.id, seq: row.seq, existing };
  }
}

/** The description in use; undefined where this version can't read it, and another one mends that. */
function readableIn(rows: readonly Row[], agreement: string): Described | undefined {
  try {
    return descriptionOf(rows, agreement);
  } catch (cause) {
    if (cause instanceof FoldFailure) return undefined;
    throw cause;
  }
}

function readDescription(content: unknown): Omit<Described, 'id' | 'seq'> {
  const beyond = whyBeyond(content, descriptionLimit);
  if (beyond) refuse(malformed(`The description ${beyond}.`));
  try {
    return descriptionOf([{ entry: { type: 'described', id: 'offered', content } } as Row], 'offered');
  } catch (cause) {
    throw refusal(malformed(`The description can't be used: ${(cause as Error).message}`));
  }
}

const byKid = (keys: readonly TrustedKey[]): TrustedKey[] => [...keys].sort((a, b) => (a.kid < b.kid ? -1 : 1));

const misnamed = (is: string, asked: string): Refusal => malformed(`The description is of ${is}, not of ${asked}.`);

/** The steps of notices and protocols have ids of their own form: a fact under one would stand in the way of a step. */
function whyReserved({ id }: Entry): Refusal | undefined {
  return /^(notice|protocol)\..+\.\d+$/.test(id)
    ? {
        refused: 'idInUse',
        message: `${id} has the form of a step of a notice or a protocol. Give the entry another id.`,
        basis: 'register',
      }
    : undefined;
}

/** The service records nothing of its own accord: a notice or a protocol came to it on what a person said. */
const whyNotAlone = ({ identity, onBehalf }: Right): Refusal | undefined =>
  identity.roles.includes('service') && !onBehalf
    ? notAllowed(`${identity.person} is the service, and records nothing but on the right of a person.`)
    : undefined;

/** A repeat keeps the day on which the entry was first recorded, unless it says another. */
function asFirstRecorded(raw: unknown, rows: readonly Row[]): unknown {
  const { id, recorded } = (raw ?? {}) as { id?: unknown; recorded?: unknown };
  const before = recorded === undefined ? rows.find(r => r.entry.id === id)?.entry : undefined;
  return before && 'recorded' in before ? { ...(raw as object), recorded: before.recorded } : raw;
}

/** A fact without `recorded` is known from today, or from its own day where that comes later. */
function stamped(entry: Entry, now: number, zones: readonly string[]): Entry {
  if (entry.recorded || isAmending(entry)) return entry;
  return { ...entry, recorded: latest(legalToday(now, zones), dateOf(entry)) };
}

function refuseIf(r: Refusal | undefined): void {
  if (r) throw refusal(r);
}

function refuseConflict(cause: unknown): never {
  if (cause instanceof IdConflict) throw refusal({ refused: 'idInUse', message: cause.message, basis: 'register' });
  throw cause;
}

/** A rehearsal's id that a real agreement has, or the other way round: no retry would help. */
export function refuseKeptElsewhere(cause: unknown): never {
  if (cause instanceof KeptElsewhere) throw refusal({ refused: 'idInUse', message: cause.message, basis: 'register' });
  throw cause;
}
