/** Requests as a person writes them: dates are strings, and ids and names may be left out if servanda can supply them. */
import type { z } from 'zod';
import type { agreement } from '../clauses/agreement.ts';
import type { factAsEntered } from '../machines/facts.ts';
import type { NoticeDraftGiven, NoticeRequestName, NoticeRequestOf } from '../machines/notice/steps.ts';
import type { ProtocolOpeningGiven, ProtocolRequestName, ProtocolRequestOf } from '../machines/protocol/steps.ts';

type FactInput = z.input<typeof factAsEntered>;
type WithoutId<T> = T extends { id: string } ? Omit<T, 'id'> & { id?: string } : never;

/** A fact; without an id it gets one made from its content, `tn-2028-01-20-AZ`. */
export type FactGiven = WithoutId<FactInput>;

/** The fields of facts that a correction may set; null clears one. */
export type FieldsGiven = { [K in FieldName]?: FieldOf<FactInput, K> | null };
type FieldName = Exclude<
  FactInput extends infer F ? (F extends unknown ? keyof F : never) : never,
  'id' | 'type' | 'of' | 'by' | 'protocol'
>;
type FieldOf<T, K extends PropertyKey> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

/** An agreement as its file describes it, with its facts. */
export type AgreementGiven = z.input<typeof agreement> & { facts?: readonly FactInput[] };

/** The person who makes the request; by default the person that the client speaks for. */
export interface By {
  by?: string;
}

export interface EnteredBy {
  /** The person who records it; by default the person that the client speaks for. */
  enteredBy?: string;
}

/** A request that has no field except `by`; with `Omit` it would become an empty object type, which accepts a string. */
type Unsigned<T> = [Exclude<keyof T, 'by'>] extends [never] ? By : Omit<T, 'by'> & By;

export type NoticeRequest<N extends NoticeRequestName> = Unsigned<NoticeRequestOf<N>>;
export type ProtocolRequest<N extends ProtocolRequestName> = Unsigned<ProtocolRequestOf<N>>;

/** The content of a notice; its kind decides what it must contain. */
export type NoticeContentGiven = NoticeDraftGiven['content'];

export interface DraftGiven extends By, Pick<NoticeDraftGiven, 'channel'> {
  /** Unique within the agreement; by default the next free number of the year. */
  number?: string;
}

/** A notice of the other Party: its day of receipt, and what it shows. */
export type ArrivalGiven = NonNullable<NoticeDraftGiven['arrival']> & By & { number?: string };

export type ProposalGiven = NonNullable<ProtocolOpeningGiven['proposal']> &
  Pick<ProtocolOpeningGiven, 'title' | 'changes'> & { person?: string };
