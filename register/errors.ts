/** What the register refuses, each with what to do. Nothing has been written when one of them is thrown. */
import { canonical } from './canonical.ts';
import type { Fault, Row } from './types.ts';

/** The id of an entry is in use for other content. */
export class IdConflict extends Error {
  override readonly name = 'IdConflict';
  readonly asData: { id: string; agreement: string; line: number; by: string; existing: string; offered: string };
  constructor(
    readonly existing: Row,
    readonly offered: Row['entry'],
  ) {
    super(
      `The id ${offered.id} is already used in ${existing.agreement} for other content. ` +
        `In the register, line ${existing.seq}, entered by ${existing.entered.by}: ${inWords(existing.entry)}. Offered now: ${inWords(offered)}. ` +
        `Nothing was written. Give the new entry an id of its own; to change what was entered, enter a correction of ${offered.id}.`,
    );
    this.asData = {
      id: offered.id,
      agreement: existing.agreement,
      line: existing.seq,
      by: existing.entered.by,
      existing: inWords(existing.entry),
      offered: inWords(offered),
    };
  }
}

/** The caller knows lines that this register does not have: it is not the one the caller wrote to. */
export class LinesMissing extends Error {
  override readonly name = 'LinesMissing';
  constructor(agreement: string, register: string, knownHead: number, head: number) {
    super(
      `${agreement} is known up to line ${knownHead}, but ${register} has it only up to line ${head}. Nothing was written. ` +
        `Has it been replaced by an older copy, or is SERVANDA_HOME or DATABASE_URL another? Put the right one back and try again.`,
    );
  }
}

/** What is to be written is no text (`isText`): no database gives a NUL or half of a surrogate pair back as it was, and its seal would never fit. */
export class NotText extends Error {
  override readonly name = 'NotText';
  constructor(readonly column: string) {
    super(
      `${column} has a character that is not text (of control, format or a new line, invisible, or half of a pair). Nothing was written. Take it out, and enter it again.`,
    );
  }
}

/** Content as a person reads it: the type, then each field. Long ones are cut. */
function inWords({ type, id, ...fields }: Row['entry']): string {
  const told = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${cut(typeof value === 'string' ? value : canonical(value))}`);
  return [`${type} (${id})`, ...told].join(', ');
}

const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** The database can't be opened, or is none of ours; says what to check. */
export class RegisterNotOpened extends Error {
  override readonly name = 'RegisterNotOpened';
}

/** Lines are to be written as they were elsewhere, and this register has lines of its own. */
export class NotEmpty extends Error {
  override readonly name = 'NotEmpty';
  constructor(register: string) {
    super(`${register} is not empty: a register is imported only into a new one, so that none is mixed with another. Nothing was written.`);
  }
}

/** Lines that are not as they were written; says each. */
export class NotSound extends Error {
  override readonly name = 'NotSound';
  constructor(readonly faults: readonly Fault[]) {
    super(`Nothing was written: ${faults.map(faultInWords).join('; ')}.`);
  }
}

export const faultInWords = ({ agreement, line, why }: Fault): string => `${line ? `line ${line} (${agreement})` : agreement} ${why}`;

/** What was asked is no right of who asked it, or no longer; nothing was written. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  constructor(
    why: string,
    /** Whom the right names, where it could be read. */
    readonly person?: string,
    readonly identity?: string,
  ) {
    super(`Not allowed: ${why}. Nothing was written.`);
  }
}
