/**
 * The law as a fold: the facts of a family, an agreement and its protocols, taken through their machines in the order of
 * legal days. Facts of a day come before what falls due at its end; the order in which they were entered never matters.
 */
import { byText, inWords, type CalendarDate } from '../clauses/calendar.ts';
import type { Agreement } from '../clauses/agreement.ts';
import type { AgreedDate } from '../clauses/entry-into-force.ts';
import type { Reading } from '../clauses/reading.ts';
import { clauseOfProtocols, type EntryIntoForceClause } from '../clauses/terms.ts';
import { isTell, type Act, type Emitted, type Tell } from './acts.ts';
import { hasEnded, type AgreementContext, type AgreementEvent, type AgreementFactType } from './agreement/context.ts';
import { agreementMachine, type AgreementMachine } from './agreement/machine.ts';
import { apply, fallDue, open, type Course, type Due, type Taken } from './driver.ts';
import { dateOf, isOfTheDesk, recordedOn, type Fact, type FactOf } from './facts.ts';
import { preventsSomething } from './dues.ts';
import { byLegalOrder, happenings, type Counts, type Happening } from './happenings.ts';
import { hindsightOn, laterFacts, takenOn, type Hindsight, type ReachingBack } from './hindsight.ts';
import { BeyondLimit, factsLimit, foldLimit } from './limits.ts';
import { dayOf, dueOrder, labelOfDue, labelOfFact, labelOfTiming, type DueName, type Label } from './labels.ts';
import { protocolMachine, type ProtocolEvent, type ProtocolFactType } from './protocol/machine.ts';
import { changesAheadOf, isTimed, timedHappenings, type Timing } from './protocol/timing.ts';
import type { WhyNot } from './why-not.ts';
import { withGround, type Ground } from './ground.ts';
import { defectOfForm, unconsented, whyProtocolWithoutEffect, whyWithoutEffect, type Phase, type ProtocolPhase } from './without-effect.ts';

export interface WithoutEffect {
  fact: string;
  reason: WhyNot;
  /** Where a day is known only within bounds: on other possible days it has an effect. */
  onSomeDays?: true;
  /** On other readings it has an effect. */
  onSomeReadings?: true;
}

/** One step of the family: a fact that was taken, or something that fell due at the end of `day`. */
export interface Step {
  day: CalendarDate;
  what: string;
  label: Label;
  basis: string;
}

/** What the agreement remembered from a day on, until the next. */
export interface Moment {
  day: CalendarDate;
  phase: Phase;
  context: AgreementContext;
}

export interface Family {
  agreement: Course<AgreementMachine>;
  /** By id. People name protocols: without a prototype, `constructor` is one like any other. */
  protocols: Readonly<Record<string, Course<typeof protocolMachine>>>;
  acts: readonly Act[];
  withoutEffect: readonly WithoutEffect[];
  steps: readonly Step[];
  trail: readonly Moment[];
  /** Changes that hold on days of their own, also those to come. */
  timings: readonly Timing[];
  /** Protocols whose changes hold on no day, since they would undo their own ground. */
  contradictions: readonly string[];
  /** Which date of a notification counts for protocols. */
  counts: Counts;
  /** The facts dated up to the day, and later ones whose effect in law reaches back to it: those to carry the fold on with. */
  taken: readonly Fact[];
  /** Of the later ones, from which day; and notices on their way, which have left and on one reading count by that. */
  reachingBack: readonly ReachingBack[];
}

/** From all facts that are known, also those of later days. @throws BeyondLimit when it would take more steps than any agreement does */
export function fold(agreement: Agreement, facts: readonly Fact[], reading: Reading, asOf: CalendarDate): Family {
  if (facts.length > factsLimit) throw new BeyondLimit(tooMany(facts.length));
  const ordered = [...facts].sort(byDate);
  const folded = (some: readonly Fact[], day: CalendarDate, hindsight: Hindsight): Family =>
    withGround(ground => new Folding(agreement, some, reading, day, ground, hindsight).through(day), agreement.clauses, hindsight.ground);
  return folded(
    ordered,
    asOf,
    hindsightOn(ordered, asOf, (some, day, ground) => folded(some, day, { ground })),
  );
}

const tooMany = (facts: number): string =>
  `It has ${facts.toLocaleString('en')} facts, more than any agreement does; at most ${factsLimit.toLocaleString('en')} are folded. Strike those that were entered in error.`;

/** So that not even the order of remarks is that of the list. */
const byDate = (a: Fact, b: Fact): number => byText(dateOf(a), dateOf(b)) || byText(recordedOn(a), recordedOn(b)) || byText(a.id, b.id);

class Folding {
  private readonly happenings: Happening[];
  private agreementCourse: Course<AgreementMachine>;
  private readonly protocolCourses = new Map<string, Course<typeof protocolMachine>>();
  private readonly acts: Act[] = [];
  private readonly withoutEffect: WithoutEffect[] = [];
  private readonly steps: Step[] = [];
  private readonly trail: Moment[] = [];
  private count = 0;
  private readonly parties: readonly string[];
  /** Facts that no machine takes: they move no date. */
  private readonly desk: readonly Fact[];
  private readonly known: readonly Fact[];
  private readonly reachingBack: readonly ReachingBack[];

  constructor(
    agreement: Agreement,
    known: readonly Fact[],
    reading: Reading,
    asOf: CalendarDate,
    { timings, counts }: Ground,
    hindsight: Hindsight,
  ) {
    this.parties = agreement.parties.map(p => p.id);
    this.known = known;
    const taken = takenOn(known, asOf, hindsight, agreement.clauses, counts);
    this.reachingBack = laterFacts(known, taken, asOf, hindsight, agreement.clauses, counts);
    const sound = taken.filter(f => this.isSound(f));
    this.desk = sound.filter(isOfTheDesk);
    const { standing, agreedEntry } = this.agreedEntry(sound.filter(f => !isOfTheDesk(f)));
    const timed = timings.flatMap(timedHappenings);
    this.happenings = [...happenings(standing, agreement, reading, counts), ...timed].filter(h => h.at <= asOf).sort(byLegalOrder);
    const today = this.happenings[0]?.at ?? asOf;
    const terms = agreement.clauses;
    this.agreementCourse = this.keep(
      open(agreementMachine, { today, parties: this.parties, reading, terms, ...(agreedEntry ? { agreedEntry } : {}) }),
    ).course;
  }

  through(asOf: CalendarDate): Family {
    for (const happening of this.happenings) {
      this.letFallDue(happening.at);
      this.take(happening);
    }
    this.letFallDue(asOf);
    for (const f of this.desk) this.steps.push({ day: dateOf(f), what: f.type, ...labelOfFact(f) });
    if (hasEnded(this.context)) this.withoutEffect.push(...unconsented(this.context));
    const { agreementCourse: agreement, acts, steps, trail } = this;
    const protocols = withoutPrototype(this.protocolCourses);
    const isInVain = (id: string): boolean => this.withoutEffect.some(w => w.fact === id);
    const withoutEffect = this.withoutEffect.filter(w => !this.reachingBack.some(r => r.fact.id === w.fact)); // none yet
    const reachingBack = this.reachingBack.filter(r => !isInVain(r.fact.id));
    const taken = this.known.filter(f => dateOf(f) <= asOf || reachingBack.some(r => r.fact === f && r.how !== 'dispatched'));
    const unsettled = { timings: [], counts: new Map(), contradictions: [] };
    return { agreement, protocols, acts, withoutEffect, steps, trail, taken, reachingBack, ...unsettled };
  }

  private isSound(f: Fact): boolean {
    const defect = defectOfForm(f);
    if (defect) this.withoutEffect.push({ fact: f.id, reason: defect });
    return defect === undefined;
  }

  /** An agreed date of entry into force moves it, also afterwards: it governs the whole fold. The latest agreement counts. */
  private agreedEntry(facts: readonly Fact[]): { standing: Fact[]; agreedEntry: AgreedDate | undefined } {
    const signed = facts.find(f => f.type === 'signed')?.on;
    const agreed = facts.filter(f => f.type === 'entry.agreed');
    const possible = agreed.filter(f => !signed || f.date >= signed);
    for (const f of agreed) {
      if (!possible.includes(f)) this.withoutEffect.push({ fact: f.id, reason: { code: 'entryBeforeSignature', args: {} } });
      else this.steps.push({ day: f.on, what: f.type, ...labelOfFact(f) });
    }
    const last = possible.at(-1);
    return {
      standing: facts.filter(f => f.type !== 'entry.agreed'),
      agreedEntry: last && { date: last.date, on: last.on, published: last.published ?? false },
    };
  }

  private letFallDue(through: CalendarDate): void {
    for (let due = this.nextDue(); due && due.due.on <= through; due = this.nextDue()) {
      this.countStep();
      if ((!notedElsewhere.includes(due.due.name) || due.protocol) && preventsSomething(due.due.name, this.context))
        this.steps.push({ day: dayOf(due.due), what: due.due.name, ...labelOfDue(due.due.name as DueName, this.context, due.protocol) });
      if (due.protocol === undefined) this.moveAgreement(fallDue(agreementMachine, this.agreementCourse, due.due));
      else this.moveProtocol(due.protocol, fallDue(protocolMachine, this.protocolCourses.get(due.protocol)!, due.due));
    }
  }

  private countStep(): void {
    this.count += 1;
    if (this.count > foldLimit)
      throw new BeyondLimit(
        `By ${inWords(this.context.today)} it has taken ${foldLimit.toLocaleString('en')} steps (facts, last days for notice, ends of periods), more than any agreement does. Name an earlier day, or check the lengths of the periods and the facts.`,
      );
  }

  private nextDue(): { due: Due; protocol: string | undefined } | undefined {
    const all = [
      ...this.agreementCourse.pending.map(due => ({ due, protocol: undefined })),
      ...[...this.protocolCourses].flatMap(([protocol, c]) => c.pending.map(due => ({ due, protocol }))),
    ];
    return all.sort(
      (a, b) => byText(a.due.on, b.due.on) || rankOfDue(a.due) - rankOfDue(b.due) || byText(String(a.protocol), String(b.protocol)),
    )[0];
  }

  private take({ fact, event }: Happening): void {
    this.countStep();
    const [before, moments] = [this.steps.length, this.trail.length];
    const without =
      fact && 'protocol' in fact
        ? this.takeForProtocol(fact, event as ProtocolEvent)
        : this.takeForAgreement(fact, event as AgreementEvent);
    if (!fact) return this.trail.length > moments ? this.noteTiming(event) : undefined;
    if (without !== undefined) this.withoutEffect.push({ fact: fact.id, reason: without });
    else this.steps.splice(before, 0, { day: dateOf(fact), what: fact.type, ...labelOfFact(fact) }); // ahead of what it brought about
  }

  /** What no fact of its own brings about. */
  private noteTiming(event: AgreementEvent | ProtocolEvent): void {
    if (event.type === 'protocol.changesApplied' || event.type === 'protocol.applicationEnded')
      this.steps.push({ day: event.at, what: event.type, ...labelOfTiming(event) });
  }

  /** Takes a fact, or says why it is without effect. */
  private takeForAgreement(fact: Fact | undefined, event: AgreementEvent): WhyNot | undefined {
    const named = fact && 'of' in fact && fact.of ? this.withoutEffect.find(w => w.fact === fact.of) : undefined;
    if (named) return { code: 'ofWithoutEffect', args: { of: named.fact, why: named.reason } };
    const taken = apply(agreementMachine, this.agreementCourse, event);
    if (taken) this.moveAgreement(taken);
    return taken || !fact || this.tookEffectOnDispatch(fact)
      ? undefined
      : whyWithoutEffect(this.phase, this.context, fact as FactOf<AgreementFactType>);
  }

  /** Where dispatch notifies, a notice in time has worked before it is received: its receipt finds nothing left to do. */
  private tookEffectOnDispatch({ id }: Fact): boolean {
    return this.context.notices.some(n => n.id === id);
  }

  private takeForProtocol(fact: FactOf<ProtocolFactType>, event: ProtocolEvent): WhyNot | undefined {
    const course = this.protocolCourses.get(fact.protocol) ?? this.openProtocol(fact.protocol, event.at);
    const taken = apply(
      protocolMachine,
      course,
      fact.type === 'protocol.signed' ? ({ ...event, clause: this.amendmentClause } as ProtocolEvent) : event,
    );
    if (taken) this.moveProtocol(fact.protocol, taken);
    return taken ? undefined : whyProtocolWithoutEffect(phaseOf(course) as ProtocolPhase, course.snapshot.context, fact);
  }

  private openProtocol(id: string, today: CalendarDate): Course<typeof protocolMachine> {
    const since = this.context.entry?.date;
    const opened = open(protocolMachine, {
      today,
      id,
      parties: this.parties,
      reading: this.context.reading,
      clause: this.amendmentClause,
      ...(since ? { agreementInForceSince: since } : {}),
    });
    const course = hasEnded(this.context)
      ? this.keep(apply(protocolMachine, opened.course, { type: 'agreement.ended', at: today })!).course
      : opened.course;
    this.protocolCourses.set(id, course);
    return course;
  }

  private get amendmentClause(): EntryIntoForceClause {
    return clauseOfProtocols(this.context.terms);
  }

  private moveAgreement(taken: Taken<AgreementMachine>): void {
    const wasApplied = this.context.appliedProvisionally;
    this.agreementCourse = taken.course;
    this.trail.push({ day: this.context.today, phase: this.phase, context: this.context });
    if (this.context.appliedProvisionally !== wasApplied) this.noteApplication();
    this.tell(this.keep(taken).emitted);
  }

  private moveProtocol(id: string, taken: Taken<typeof protocolMachine>): void {
    this.protocolCourses.set(id, taken.course);
    this.noteChangesAhead();
    this.tell(this.keep(taken).emitted, id);
  }

  /** What a protocol will change is known from its own step on. */
  private noteChangesAhead(): void {
    const { pending, snapshot } = this.agreementCourse;
    const changesAhead = changesAheadOf(withoutPrototype(this.protocolCourses));
    this.agreementCourse = { pending, snapshot: { ...snapshot, context: { ...snapshot.context, changesAhead } } };
  }

  private keep<T extends { emitted: readonly Emitted[] }>(taken: T): T {
    for (const e of taken.emitted) {
      if (isTell(e)) continue;
      const { type: _, ...act } = e;
      this.acts.push(act);
    }
    return taken;
  }

  /** One instrument's word to another is a fact for that one, on the same day. */
  private tell(emitted: readonly Emitted[], from?: string): void {
    for (const word of emitted.filter(isTell)) {
      if (word.tell === 'agreement') this.tellAgreement(word, from!);
      else {
        if (word.event.type === 'agreement.enteredIntoForce') this.noteEntry();
        for (const id of this.protocolCourses.keys()) this.tellProtocol(id, word);
      }
    }
  }

  /** However the agreement came into force, on a due day or with the last fact, it is one step. */
  private noteEntry(): void {
    this.steps.push({ day: this.context.entry!.date, what: 'entryIntoForce', ...labelOfDue('entryIntoForce', this.context) });
  }

  private noteApplication(): void {
    const what = 'provisionalApplicationBegins';
    this.steps.push({ day: this.context.appliedProvisionally!, what, ...labelOfDue(what, this.context) });
  }

  private tellAgreement({ event }: Extract<Tell, { tell: 'agreement' }>, from: string): void {
    const { today, changes } = this.protocolCourses.get(from)!.snapshot.context;
    const taken = apply(agreementMachine, this.agreementCourse, {
      ...event,
      at: today,
      ...(changes && !isTimed(changes) ? { changes } : {}),
    });
    this.moveAgreement(taken!); // a protocol enters into force only while the agreement is, and that always takes it
  }

  private tellProtocol(id: string, { event }: Extract<Tell, { tell: 'protocols' }>): void {
    const taken = apply(protocolMachine, this.protocolCourses.get(id)!, { ...event, at: this.context.today });
    if (taken) this.moveProtocol(id, taken);
  }

  private get context(): AgreementContext {
    return this.agreementCourse.snapshot.context;
  }

  private get phase(): Phase {
    return phaseOf(this.agreementCourse) as Phase;
  }
}

/** What may begin on a due day or with a fact is one step either way, and is noted when it begins. */
const notedElsewhere: readonly string[] = ['entryIntoForce', 'provisionalApplicationBegins'];

const withoutPrototype = <T>(byName: ReadonlyMap<string, T>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(byName));

/** The top state of a course. */
export function phaseOf({ snapshot }: { snapshot: { value: unknown } }): string {
  return typeof snapshot.value === 'string' ? snapshot.value : Object.keys(snapshot.value as object)[0]!;
}

const rankOfDue = (due: Due): number => dueOrder.indexOf(due.name as DueName);
