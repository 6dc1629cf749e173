/** The tables of the register, as they are stored. How they came to be: `migrations.ts`. */

/** A line: `body` is canonical JSON; `id`, `type` and `content_hash` repeat what it says, for search and proof. */
export interface EntryLine {
  agreement: string;
  seq: number;
  id: string;
  type: string;
  body: string;
  content_hash: string;
  previous: string;
  hash: string;
  entered_by: string;
  entered_at: number;
}

/** A step of an act: `body` is canonical JSON. */
export interface StepLine {
  seq: number;
  agreement: string;
  act: string;
  step: string;
  body: string;
  at: number;
}

/** What became of one letter: `outbox` is the line of the outbox that it tells, `detail` what the other side said. */
export interface DeliveryRow {
  seq: number;
  agreement: string;
  outbox: number;
  recipient: string;
  way: string;
  became: string;
  detail: string;
  at: number;
}

export interface Tables {
  entries: EntryLine;
  outbox: StepLine;
  deliveries: DeliveryRow;
}
