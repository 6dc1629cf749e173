/** What may be asked of the service, as a person writes it: dates are strings, ids and names may be left out where servanda knows them. */
import type { z } from 'zod';
import type { agreement } from '../clauses/agreement.ts';
import type { factAsEntered } from '../machines/facts.ts';
import type { NoticeDraftGiven, NoticeRequestName, NoticeRequestOf } from '../machines/notice/steps.ts';
import type { ProtocolOpeningGiven, ProtocolRequestName, ProtocolRequestOf } from '../machines/protocol/steps.ts';

type FactInput = z.input<typeof factAsEntered>;
type WithoutId<T> = T extends { id: string } ? Omit<T, 'id'> & { id?: string } : never;

/** A fact; without an id it is given one that says what it is, `tn-2028-01-20-AZ`. */
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

/** Who asks; whoever the client speaks for where nobody is named. */
export interface By {
  by?: string;
}

export interface EnteredBy {
  /** Who enters it; whoever the client speaks for by default. */
  enteredBy?: string;
}

/** Of one that says nothing else, only who asks: with an empty object beside it, a string would pass. */
type Unsigned<T> = [Exclude<keyof T, 'by'>] extends [never] ? By : Omit<T, 'by'> & By;

export type NoticeRequest<N extends NoticeRequestName> = Unsigned<NoticeRequestOf<N>>;
export type ProtocolRequest<N extends ProtocolRequestName> = Unsigned<ProtocolRequestOf<N>>;

/** What a notice says: its kind decides what it must hold. */
export type NoticeContentGiven = NoticeDraftGiven['content'];

export interface DraftGiven extends By, Pick<NoticeDraftGiven, 'channel'> {
  /** Unique within the agreement; the next free one of the year by default. */
  number?: string;
}

/** A notice of the other Party: when it was received, and what it shows. */
export type ArrivalGiven = NonNullable<NoticeDraftGiven['arrival']> & By & { number?: string };

export type ProposalGiven = NonNullable<ProtocolOpeningGiven['proposal']> &
  Pick<ProtocolOpeningGiven, 'title' | 'changes'> & { person?: string };
