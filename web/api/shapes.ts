/** Schemas of answers: the stable fields that callers may rely on. Answers have more fields and may gain others. */
import { z } from '@hono/zod-openapi';
import { answered } from './schemas.ts';

const day = z.iso.date();
const dayOrNull = day.nullable();
const text = z.string();
const textOrNull = text.nullable();
/** The readings concerned: `{ periodEnd: 'sameNumberedDay' }`. */
const when = z.array(z.record(text, text));
const alternatives = z.array(z.looseObject({ date: dayOrNull, when }));

const standingShape = z.looseObject({
  agreement: text,
  asOf: day,
  knownOn: dayOrNull,
  reading: text,
  law: text,
  description: text,
  answer: z.looseObject({ code: text, sentence: text }),
  status: z.enum(['negotiated', 'signed', 'appliedProvisionally', 'inForce', 'suspended', 'terminated', 'expired', 'superseded']),
  certain: z.boolean(),
  entryIntoForce: z.looseObject({ date: dayOrNull, notBefore: dayOrNull, basis: text, how: text, certain: z.boolean(), alternatives }),
  period: z
    .looseObject({
      number: z.int(),
      firstDay: day,
      lastDay: day,
      settled: z.boolean(),
      lastDayForNotice: z
        .looseObject({ date: day, safe: dayOrNull, sendBy: dayOrNull, basis: text, how: text, certain: z.boolean(), alternatives })
        .nullable(),
    })
    .nullable(),
  notices: z.array(
    z.looseObject({
      id: text,
      by: text,
      received: day,
      inTime: z.enum(['yes', 'no', 'disputed']),
      revoked: dayOrNull,
      lastDayInForce: day,
    }),
  ),
  notice: z.looseObject({ id: text, by: text, received: day, inTime: text }).nullable(),
  termination: z
    .looseObject({
      cause: text,
      lastDayInForce: day,
      firstDayOut: day,
      basis: text,
      how: text,
      certain: z.boolean(),
      alternatives: z.array(z.looseObject({ firstDayOut: dayOrNull, when })),
    })
    .nullable(),
  dates: z.array(z.looseObject({ date: day, what: text, label: text, basis: text, past: z.boolean() })),
  reckoning: z.array(z.looseObject({ id: text, date: dayOrNull, basis: text, how: text })),
  protocols: z.array(z.looseObject({ id: text, status: text, entryIntoForce: z.looseObject({ date: dayOrNull, notBefore: dayOrNull }) })),
  withoutEffect: z.array(z.looseObject({ fact: text, why: text })),
});

const rowShape = z.looseObject({
  agreement: text,
  seq: z.int(),
  entry: z.looseObject({ id: text, type: text }),
  entered: z.looseObject({ by: text, at: z.int() }),
  authority: z.looseObject({ identity: text, person: text, actsFor: text, roles: z.array(text), issuer: text }).nullable(),
});

const explanationShape = z.looseObject({ what: text, label: text, date: day, basis: text, how: text, certain: z.boolean(), alternatives });
const moveShape = z.looseObject({ what: text, of: textOrNull, before: textOrNull, after: textOrNull });
const deadlineShape = z.looseObject({
  agreement: text,
  title: text,
  parties: z.array(text),
  what: z.enum(['notice', 'end', 'missed']),
  label: text,
  date: day,
  daysLeft: z.int(),
  sendBy: dayOrNull,
  daysLeftToSend: z.int().nullable(),
  decision: textOrNull,
  responsible: textOrNull,
  overdue: z.boolean(),
  basis: text,
  how: text,
  asOf: day,
});
const noticeShape = z.looseObject({
  number: text,
  state: text,
  closed: z.boolean(),
  outcome: text,
  notice: z.looseObject({ content: z.looseObject({ kind: text, by: text }) }),
});
const protocolShape = z.looseObject({ protocol: z.looseObject({ agreement: text }), state: text, closed: z.boolean(), awaits: textOrNull });

/** What a notice can no longer prevent, and what it could still do. */
const late = z
  .looseObject({ code: z.enum(['safeDayPast', 'renews']), renewsOn: z.array(day), lastDays: z.array(day), sentence: text })
  .nullable();

const enteredShape = z.looseObject({
  entry: z.object({ id: text, seq: z.int() }),
  existing: z.boolean(),
  standing: z.looseObject({}),
  changed: z.array(z.unknown()),
  withoutEffect: z.looseObject({ code: text }).nullable(),
  why: textOrNull,
});

export const shapes = {
  standing: standingShape,
  row: rowShape,
  explanation: explanationShape,
  simulation: z.looseObject({
    agreement: text,
    asOf: day,
    before: standingShape,
    after: standingShape,
    moves: z.array(moveShape),
    warnings: z.array(text),
  }),
  timer: z.looseObject({ workflowId: text, fires: text, summary: text }),
  glance: z.looseObject({
    agreement: text,
    title: text,
    rehearsal: z.boolean(),
    status: text,
    certain: z.boolean(),
    asOf: day,
    nextDate: dayOrNull,
    what: text,
    basis: textOrNull,
    daysLeft: z.int().nullable(),
    decision: textOrNull,
  }),
  deadline: deadlineShape,
  notice: noticeShape,
  protocol: protocolShape,
  entered: enteredShape,
  decided: enteredShape.extend({ late }),
};

export const Standing = answered('Standing', shapes.standing.extend({ entries: z.array(rowShape), lateDecision: late }));
export const Dates = answered('Dates', shapes.standing);
export const Simulated = answered('Simulation', shapes.simulation);
export const NoticeNow = answered('NoticeToday', noticeShape);
export const NoticeStepped = answered('Notice', z.looseObject({ state: text, outcome: text }));
export const ProtocolNow = answered('ProtocolToday', protocolShape);
export const ProtocolStepped = answered('Protocol', protocolShape);
export const EnteredNow = answered('Entered', shapes.entered);
export const DecidedNow = answered('Decided', shapes.decided);
export const Revised = answered('Revised', z.looseObject({ existing: z.boolean() }));
export const ReplannedNow = answered('Replanned', z.looseObject({ standing: z.looseObject({}), changed: z.array(z.unknown()) }));
export const OpenedNow = answered(
  'Opened',
  z.object({ agreement: text, state: z.enum(['opened', 'open already', 'over']), notes: z.array(text) }),
);
