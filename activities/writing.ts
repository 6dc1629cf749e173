/**
 * Writes one request to the register within its step's transaction: a refused request leaves the register unchanged, and a repeated one
 * finds the existing entry.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Right } from '../identity/right.ts';
import type { TrustedKey } from '../identity/shapes.ts';
import { zonesOf, type Agreement } from '../clauses/agreement.ts';
import { legalToday } from '../clauses/calendar.ts';
import { asRecordedOn, type Entry } from '../machines/facts.ts';
import { FoldFailure } from '../machines/fold-failure.ts';
import { descriptionLimit, whyBeyond } from '../machines/limits.ts';
import { refuse as refusalOf, type Refusal } from '../machines/refusal.ts';
import { readEntry, refusalByLedger } from '../machines/read-entries.ts';
import { IdConflict, NotAllowed } from '../register/errors.ts';
import { KeptElsewhere } from '../register/home.ts';
import type { Description, Row, Transaction } from '../register/types.ts';
import { authorizeCommand, authorizeRecord, type Holder } from '../machines/rights.ts';
import type { PresentedRight } from '../register/rights.ts';
import {
  originWorkflowId,
  type FactOrigin,
  type OnHead,
  type Opening,
  type RecordRequest,
  type RevisionRequest,
  type ReplanRequest,
  type TrustRequest,
  type WithRight,
} from '../workflows/messages.ts';
import { presentedRight } from './rights.ts';
import { descriptionOf, entriesOf, type Described } from '../dossier/description.ts';
import { dossierOf, todayOf, type RegisterDossier } from '../dossier/dossier.ts';
import { originTarget, derivedFact, isSameFact, type Derived } from './fact-origin.ts';
import { whyNotAttached } from './notices.ts';
import { accepted, throwRefusal, refuseIf } from './refusal-failures.ts';
import type { StepRequest } from './step-agreement.ts';

export interface WrittenEntry {
  id: string;
  seq: number;
  existing: boolean;
  isStrike: boolean;
}

/** The recorded entry, if any, and the dossier with it. `before`: the previous dossier; undefined if it could not be read. */
export interface Written {
  entered: WrittenEntry | undefined;
  dossier: RegisterDossier;
  before?: RegisterDossier | undefined;
}

/** A step's request, and the audience that its rights must be valid for. */
type Request = StepRequest & { audience: string };

/** Writes the request. @throws ApplicationFailure of type Refused, with a Refusal; errors of the register */
export async function write(transaction: Transaction, request: Request): Promise<Written> {
  const writing = new Writing(transaction, request);
  const { asked } = request;
  switch (asked.kind) {
    case 'open':
      return writing.open(asked.open);
    case 'record':
      return writing.record(asked.request);
    case 'revise':
      return writing.revise(asked.request);
    case 'replan':
      return writing.replan(asked.request ?? { by: '' });
    case 'trust':
      return writing.trust(asked.request);
    case 'fold':
      return { entered: undefined, dossier: writing.dossier() };
    default:
      return asked satisfies never;
  }
}

class Writing {
  constructor(
    private readonly transaction: Transaction,
    private readonly request: Request,
  ) {}

  /** The dossier from the register. @throws NoDescription, FoldFailure */
  dossier(): RegisterDossier {
    return dossierOf(this.request.agreement, this.transaction, this.request.rehearsal);
  }

  /** Records the description and the facts of its file at once. A repeat records nothing, not even facts added to the file since. */
  async open(asked: Opening): Promise<Written> {
    const { agreement: id, now } = this.request;
    const { description, facts, by } = asked;
    const authority = this.authority('open', asked, holder => authorizeCommand(holder, 'open'));
    const { agreement, hash, content } = readDescription(description);
    if (agreement.id !== id) throwRefusal('misnamedDescription', { named: agreement.id, asked: id });
    this.assertDescribedSo(agreement);
    const entries = facts.map(f => accepted(readEntry(f, agreement, now)));
    for (const e of entries) refuseIf(refusalByLedger(entries, e, agreement, now));
    if (this.transaction.rows.length) return { entered: undefined, dossier: this.dossier() };
    const first: Description = { type: 'described', id: 'description-1', hash, content, facts: entries.map(e => e.id) };
    const { rows } = await this.transaction.append([first, ...entries], { by, at: now }, authority);
    return { entered: writtenEntry(rows[0]!, false), dossier: this.described(rows, rows[0]!, agreement, hash) };
  }

  async record(request: RecordRequest): Promise<Written> {
    const { now } = this.request;
    const { entry: raw, by } = request;
    const before = this.dossier();
    const { agreement, entries } = before;
    const read = accepted(readEntry(asFirstRecorded(raw, before.rows), agreement, now));
    refuseIf(whyReserved(read));
    const entry = asRecordedOn(legalToday(now, zonesOf(agreement)), read);
    const origin = before.rows.some(r => r.entry.id === read.id) ? undefined : this.originOf(request, read, before);
    const whyNot = (holder: Holder, right: Right): Refusal | undefined =>
      authorizeRecord(holder, entry) ?? whyNotAttached(holder, entry, before, todayOf(before, now)) ?? whyNotOnBehalf(right, origin);
    const authority = this.authority('record', request, whyNot);
    const { rows, existing } = await this.transaction.append([entry], { by, at: now }, authority);
    const [row] = rows;
    if (existing) return { entered: writtenEntry(row!, existing), dossier: before };
    this.assertHead(request, before);
    refuseIf(refusalByLedger(entries, entry, agreement, now));
    const dossier = { ...before, rows: [...before.rows, row!], entries: [...entries, ...entriesOf(rows)] };
    return { entered: writtenEntry(row!, existing), dossier, before };
  }

  /** A fact that results from a notice or protocol must be the one that follows from its steps and the person's request. */
  private originOf({ origin, by }: RecordRequest, read: Entry, dossier: RegisterDossier): Derived | undefined {
    if (!origin) return undefined;
    const derived = derivedFact(origin, dossier, this.request.now);
    const follows = accepted(readEntry(derived.fact, dossier.agreement, this.request.now));
    if (by !== derived.by || !isSameFact(read, follows))
      throwRefusal('noFactOf', { what: originWorkflowId(this.request.agreement, origin), asked: origin.name });
    return derived;
  }

  async revise(request: RevisionRequest): Promise<Written> {
    const { agreement: id, now } = this.request;
    const { content, reason, by } = request;
    const before = this.readable();
    const { agreement, hash, content: canonical } = readDescription(content);
    if (agreement.id !== id) throwRefusal('misnamedDescription', { named: agreement.id, asked: id });
    this.assertDescribedSo(agreement);
    if (before && hash === before.description)
      return { entered: { ...before.described, existing: true, isStrike: false }, dossier: before };
    const { rows: there } = this.transaction;
    this.assertHead(request, { rows: there });
    const next = `description-${there.filter(r => r.entry.type === 'described').length + 1}`;
    const entry: Description = { type: 'described', id: next, hash, content: canonical, reason };
    const authority = this.authority('revise', request, holder => authorizeCommand(holder, 'revise'));
    const { rows, existing } = await this.transaction.append([entry], { by, at: now }, authority);
    return { entered: writtenEntry(rows[0]!, existing), dossier: this.described([...there, ...rows], rows[0]!, agreement, hash), before };
  }

  async replan(request: ReplanRequest): Promise<Written> {
    await this.assertMay('replan', request);
    return { entered: undefined, dossier: this.dossier() };
  }

  async trust(request: TrustRequest): Promise<Written> {
    await this.assertMay('trust', request);
    if (!isDeepStrictEqual(byKid(request.keys), byKid(this.transaction.trusted))) throw new NotAllowed({ code: 'otherAuthorities' });
    return { entered: undefined, dossier: this.dossier() };
  }

  /** A rehearsal has its own time: refuses a real agreement that is opened as a rehearsal, and the reverse. */
  private assertDescribedSo({ id, rehearsal }: Agreement): void {
    if (rehearsal !== this.request.rehearsal) throwRefusal('otherwiseDescribed', { agreement: id, asRehearsal: this.request.rehearsal });
  }

  /** Entries recorded since the consequences were displayed may have changed them. */
  private assertHead({ head }: OnHead, { rows: { length: lines } }: Pick<RegisterDossier, 'rows'>): void {
    if (head !== undefined && head !== lines) throwRefusal('headMoved', { agreement: this.request.agreement, shown: head, lines });
  }

  private assertMay(name: 'replan' | 'trust', request: WithRight & { by: string }): Promise<void> {
    return this.transaction.assertRight(this.authority(name, request, holder => authorizeCommand(holder, name)));
  }

  private authority(
    name: string,
    request: WithRight & { by: string; origin?: FactOrigin },
    whyNot: Parameters<typeof presentedRight>[3],
  ): PresentedRight {
    const { agreement, audience } = this.request;
    const { by, origin } = request;
    const onBehalf = origin && originTarget(agreement, origin, audience);
    return { ...presentedRight(name, request, { by, audience }, whyNot), ...(onBehalf ? { onBehalf } : {}) };
  }

  /** The dossier under a description that was just recorded and need not be parsed again. */
  private described(rows: readonly Row[], { entry: { id }, seq }: Row, agreement: Agreement, description: string): RegisterDossier {
    const { outbox, place, trusted } = this.transaction;
    const { rehearsal } = this.request;
    return { agreement, description, entries: entriesOf(rows), rehearsal, rows, described: { id, seq }, outbox, place, trusted };
  }

  /** Undefined if this version can't read the current description, which a revision fixes. */
  private readable(): RegisterDossier | undefined {
    try {
      return this.dossier();
    } catch (cause) {
      if (cause instanceof FoldFailure) return undefined;
      throw cause;
    }
  }
}

const writtenEntry = ({ entry: { id, type }, seq }: Row, existing: boolean): WrittenEntry => ({
  id,
  seq,
  existing,
  isStrike: type === 'struck',
});

function readDescription(content: unknown): Omit<Described, 'id' | 'seq'> {
  const beyond = whyBeyond(content, descriptionLimit);
  if (beyond) throwRefusal('beyondLimit', { what: 'description', ...beyond });
  try {
    return descriptionOf([{ entry: { type: 'described', id: 'offered', content } } as Row], 'offered');
  } catch (cause) {
    const fault = cause instanceof FoldFailure ? cause.fault : undefined;
    if (fault?.code !== 'unreadable') throw cause;
    return throwRefusal('unusableDescription', { mistakes: fault.mistakes });
  }
}

const byKid = (keys: readonly TrustedKey[]): TrustedKey[] => [...keys].sort((a, b) => (a.kid < b.kid ? -1 : 1));

/** Ids of this form belong to the steps of notices and protocols: a fact with one would block a step. */
const whyReserved = ({ id }: Entry): Refusal | undefined =>
  /^(notice|protocol)\..+\.\d+$/.test(id) ? refusalOf('reservedId', { id }) : undefined;

/** The service records nothing on its own: each fact of a notice or protocol needs the request of a person who had the right to it. */
function whyNotOnBehalf({ identity, onBehalf }: Right, origin: Derived | undefined): Refusal | undefined {
  if (!identity.roles.includes('service')) return undefined;
  return onBehalf && origin ? origin.whyNot(onBehalf.identity) : refusalOf('serviceAlone', { person: identity.person });
}

/** A repeat keeps the day on which the entry was first recorded, unless it gives another. */
function asFirstRecorded(raw: unknown, rows: readonly Row[]): unknown {
  const { id, recorded } = (raw ?? {}) as { id?: unknown; recorded?: unknown };
  const before = recorded === undefined ? rows.find(r => r.entry.id === id)?.entry : undefined;
  return before && 'recorded' in before ? { ...(raw as object), recorded: before.recorded } : raw;
}

export function refuseConflict(cause: unknown): never {
  if (cause instanceof IdConflict) throwRefusal('idInUse', { ...cause.asData });
  throw cause;
}

/** A rehearsal with the id of a real agreement, or the reverse: a retry would not help. */
export function refuseKeptElsewhere(cause: unknown): never {
  if (cause instanceof KeptElsewhere) throwRefusal('keptElsewhere', { ...cause.asData });
  throw cause;
}
