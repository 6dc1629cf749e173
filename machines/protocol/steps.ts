/** The desk's steps of a protocol as the register has them, and the requests to it. Its facts are separate entries. */
import { z } from 'zod';
import { calendarDate } from '../../clauses/calendar.ts';
import { changes } from '../../clauses/terms.ts';
import { slug } from '../notice/content.ts';
import type { ProtocolState } from './awaited.ts';

const person = z.string({ error: 'must name the person' }).trim().min(1, { error: 'must name the person' }).max(200);
const line = z.string().trim().min(1).max(300);
const language = z
  .string({ error: 'must be a language code such as ru' })
  .regex(/^[a-z]{2,3}$/, { error: 'must be a language code such as ru' });

/** The input of a protocol's workflow. Without a proposal, it continues with what the register has of the protocol. */
export const protocolOpening = z.strictObject({
  agreement: z.string({ error: 'must be the id of an agreement in the register' }).min(1),
  protocol: slug,
  /** The person who opens it. */
  by: person,
  title: line.optional(),
  changes: changes.optional(),
  proposal: z
    .strictObject({
      /** The Party that proposes it. */
      by: z.string({ error: 'must name the Party that proposes it' }).regex(/^[A-Z]{2,3}$/),
      received: calendarDate,
      dated: calendarDate.optional(),
      dispatched: calendarDate.optional(),
      evidence: line.optional(),
    })
    .optional(),
});
export type ProtocolOpening = z.infer<typeof protocolOpening>;
/** The input as given: dates are strings. */
export type ProtocolOpeningGiven = z.input<typeof protocolOpening>;

export const protocolRequests = {
  agree: z.strictObject({ by: person, on: calendarDate, evidence: line.optional() }),
  settleText: z.strictObject({ by: person, language, document: line.optional() }),
  sign: z.strictObject({ by: person, on: calendarDate, place: line.optional(), changes: changes.optional(), evidence: line.optional() }),
  abandon: z.strictObject({ by: person, on: calendarDate, reason: line.optional() }),
} as const;
export type ProtocolRequestName = keyof typeof protocolRequests;
/** As requested: dates are strings. */
export type ProtocolRequestOf<N extends ProtocolRequestName> = z.input<(typeof protocolRequests)[N]>;

/** A register entry about a protocol at the desk. */
export interface ProtocolStep {
  type: 'protocol.step';
  id: string;
  protocol: string;
  step:
    | { type: 'protocol.opened'; at: string; title?: string; changes?: z.infer<typeof changes> }
    | { type: 'protocol.text.settled'; at: string; language: string; document?: string }
    | { type: 'protocol.closed'; at: string; state: ProtocolState };
}

export const protocolStepId = (protocol: string, n: number): string => `protocol.${protocol}.${n}`;
