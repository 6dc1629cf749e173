/** The facts that the law accepts: one closed union. A fact is a dated event between the Parties. */
import { z } from 'zod';
import { calendarDate, latest, length, type CalendarDate } from '../clauses/calendar.ts';
import { dayOrBounds, exactDay, latestDay, type DayOrBounds } from '../clauses/bounds.ts';
import { notBefore } from '../clauses/counted-date.ts';
import { changes } from '../clauses/terms.ts';
import { rule } from '../clauses/schema-rule.ts';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: rule('id') });
const type = <T extends string>(name: T) => z.literal(name);

const protocolId = id;
const text = z.string().min(1).max(20_000);

const base = {
  id,
  /** When we came to know of it; by default the fact's own date. */
  recorded: calendarDate.optional(),
  /** Where the proof is: number of the note, file of the archive. */
  evidence: text.optional(),
  note: text.optional(),
};

/** A formal written communication between the Parties. `received` is the date that counts (VCLT art. 78(b)). */
const communication = {
  ...base,
  by: z.string(),
  /** The sending Party's own number for it, separate from the evidence. */
  reference: text.optional(),
  dated: calendarDate.optional(),
  dispatched: calendarDate.optional(),
  received: calendarDate,
  /** An oral notice has no effect (VCLT art. 67). */
  form: z.enum(['written', 'oral']).optional(),
  /** Why it is not a valid communication: unsigned, wrong addressee, no full powers. */
  defect: text.optional(),
  /** Who signed it, and by what authority: full powers, or the office held (VCLT art. 67(2)). */
  signer: z.strictObject({ name: text, authority: text }).optional(),
};

/** The receipt of a note may be unknown, if only the note's date is published; it is then not before that date. */
const completion = { ...communication, received: calendarDate.optional() };
const hasDate = (f: { dated?: unknown; dispatched?: unknown; received?: unknown }): boolean =>
  (f.received ?? f.dispatched ?? f.dated) !== undefined;
const dateMissing = {
  path: ['received'],
  error: rule('someDate'),
  params: { rule: 'someDate' },
};

const done = { ...base, on: calendarDate };

/** Facts with a date that may be known only within bounds; the law folds them with each possible day. Decision 18. */
const boundable = {
  signed: z.strictObject({ type: type('signed'), ...base, on: dayOrBounds, place: text.optional() }),
  'entry.agreed': z.strictObject({ type: type('entry.agreed'), ...done, date: dayOrBounds, published: z.boolean().optional() }),
  'completion.notified': z
    .strictObject({ type: type('completion.notified'), ...completion, received: dayOrBounds.optional() })
    .refine(hasDate, dateMissing),
};

/**
 * Whether the notice is in time depends on this day. Within bounds it would be both in time and late, and neither Party could rely on
 * either.
 */
const dayOfNotice = exactDay('exactDay');

/** Made by a named person for a Party. */
const personal = { ...done, by: z.string(), person: text };

export const fact = z.discriminatedUnion('type', [
  z.strictObject({ type: type('signed'), ...done, place: text.optional() }),
  z.strictObject({ type: type('entry.agreed'), ...done, date: calendarDate, published: z.boolean().optional() }),
  z.strictObject({ type: type('completion.notified'), ...completion }).refine(hasDate, dateMissing),
  z.strictObject({ type: type('instruments.exchanged'), ...done, place: text.optional() }),
  /** A Party does not intend to become a party: the agreement is no longer applied provisionally (VCLT art. 25(2)). */
  z.strictObject({ type: type('provisionalApplication.ended'), ...communication }),
  /** A condition on which a clause depends is met; named by its id in the clause. */
  z.strictObject({ type: type('condition.met'), ...done, condition: id }),
  z.strictObject({ type: type('protocol.proposed'), ...communication, protocol: protocolId }),
  z.strictObject({
    type: type('protocol.agreed'),
    ...done,
    protocol: protocolId,
    /** If the other Party consented by a note: its sender and any defect. */
    by: z.string().optional(),
    reference: communication.reference,
    form: communication.form,
    defect: communication.defect,
    signer: communication.signer,
  }),
  z.strictObject({ type: type('protocol.signed'), ...done, protocol: protocolId, place: text.optional(), changes: changes.optional() }),
  z.strictObject({ type: type('protocol.completion.notified'), ...completion, protocol: protocolId }).refine(hasDate, dateMissing),
  z.strictObject({ type: type('protocol.abandoned'), ...done, protocol: protocolId }),
  z
    .strictObject({
      type: type('renewal.agreed'),
      ...done,
      /** The length or last day of the agreed period; neither if the clause sets it. */
      length: length.optional(),
      until: calendarDate.optional(),
    })
    .refine(f => !f.length || !f.until, {
      path: ['until'],
      error: rule('fromUntilOrLength'),
      params: { rule: 'lengthOrUntil' },
    }),
  z.strictObject({ type: type('suspension.agreed'), ...done, from: calendarDate.optional() }),
  z.strictObject({ type: type('resumption.agreed'), ...done, from: calendarDate.optional() }),
  z.strictObject({
    type: type('termination.notified'),
    ...communication,
    received: dayOfNotice,
    names: z.strictObject({ firstDayOut: calendarDate }).optional(),
  }),
  z.strictObject({ type: type('termination.agreed'), ...done, firstDayOut: calendarDate }),
  z.strictObject({ type: type('termination.revoked'), ...communication, of: id.optional() }),
  z.strictObject({ type: type('termination.revocationConsented'), ...communication, of: id }),
  z.strictObject({ type: type('superseded'), ...done, laterTreaty: text, firstDayOut: calendarDate.optional() }),
  z.strictObject({ type: type('consultations.requested'), ...communication, subject: text }),
  z.strictObject({
    type: type('communications.requested'),
    ...communication,
    subject: text,
    scope: text,
    from: calendarDate,
    until: calendarDate,
    payer: z.string(),
  }),
  z.strictObject({
    type: type('organisation.notified'),
    ...communication,
    organisation: text,
    replaces: text.optional(),
    from: calendarDate.optional(),
  }),
  z.strictObject({ type: type('error.notified'), ...communication, error: text, corrected: text }),
  z.strictObject({ type: type('note.received'), ...communication, subject: text }),
  z.strictObject({
    type: type('decision.made'),
    ...personal,
    decision: z.enum(['renew', 'terminate', 'negotiate', 'lapse']),
    authority: text,
  }),
  z.strictObject({ type: type('reminder.acknowledged'), ...personal }),
  /** A document outside the register, by the hash of its bytes; `to`: the notice, protocol or entry to which it belongs. */
  z.strictObject({
    type: type('document.attached'),
    ...done,
    person: text,
    to: id,
    name: text,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: rule('hash') }),
    size: z.int().min(1),
  }),
]);

/** A fact as entered: some have a date that may be known only within bounds. */
export const factAsEntered = z.discriminatedUnion('type', [
  boundable.signed,
  boundable['entry.agreed'],
  boundable['completion.notified'],
  ...withoutBounds(fact.options),
]);

type Boundable = keyof typeof boundable;
type Option = (typeof fact.options)[number];

function withoutBounds(options: readonly Option[]): Exclude<Option, { shape: { type: z.ZodLiteral<Boundable> } }>[] {
  return options.filter((o): o is Exclude<Option, { shape: { type: z.ZodLiteral<Boundable> } }> => !(o.shape.type.value in boundable));
}

/** An entry that amends an earlier one: `corrected` sets fields (`null` clears them), `struck` removes it. */
export const amendingEntry = z.discriminatedUnion('type', [
  z.looseObject({ type: type('corrected'), id, of: id, recorded: calendarDate, reason: text.optional() }),
  z.strictObject({ type: type('struck'), id, of: id, recorded: calendarDate, reason: text }),
]);

export const factTypes = fact.options.map(o => o.shape.type.value);
const amendingTypes = amendingEntry.options.map(o => o.shape.type.value);
export const entryTypes: readonly string[] = [...factTypes, ...amendingTypes];

/** Facts of the desk: recorded and displayed, but without effect on the agreement's dates. */
const deskFactTypes = [
  'consultations.requested',
  'communications.requested',
  'organisation.notified',
  'error.notified',
  'note.received',
  'decision.made',
  'reminder.acknowledged',
  'document.attached',
] as const satisfies readonly FactType[];
export type DeskFactType = (typeof deskFactTypes)[number];
export const isDeskFact = (f: Fact): f is FactOf<DeskFactType> => (deskFactTypes as readonly string[]).includes(f.type);

/** The types that users record directly; facts of the desk are recorded by the operation that creates them. */
export const recordedTypes = factTypes.filter(t => !(deskFactTypes as readonly string[]).includes(t));

/** The fields that a correction cannot change. */
export const fixedFields = ['id', 'type', 'of', 'by', 'protocol'] as const;

export type Fact = z.infer<typeof fact>;
export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;
export type AmendingEntry = z.infer<typeof amendingEntry>;
/** A fact as entered; every `Fact`, with its days exact, is one too. */
export type FactAsEntered = z.infer<typeof factAsEntered>;
/** One entry of the register: a fact, a correction or a strike. */
export type Entry = FactAsEntered | AmendingEntry;

/** A notification of unknown receipt counts as known from its dispatch or its own date. */
export const dayOf = (f: FactAsEntered): DayOrBounds =>
  'on' in f ? f.on : (f.received ?? notBefore({ ...f, received: undefined }, 'received')!);

/** Returns the date of a fact: when it happened or, for a communication, when it was received; within bounds the last possible day. */
export const dateOf = (f: FactAsEntered): CalendarDate => latestDay(dayOf(f));

/** Returns when an entry was recorded; by default, the fact's own date. */
export const recordedOn = (e: Entry): CalendarDate => e.recorded ?? dateOf(e as FactAsEntered);

/** A fact without `recorded` became known on the day on which it is entered, or on its own date if that is later. */
export const asRecordedOn = (today: CalendarDate, entry: Entry): Entry =>
  entry.recorded || isAmending(entry) ? entry : { ...entry, recorded: latest(today, dateOf(entry)) };

/** Returns whether an entry corrects or strikes another. */
export const isAmending = (e: Entry): e is AmendingEntry => e.type === 'corrected' || e.type === 'struck';
