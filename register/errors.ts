/** What the register refuses. Nothing has been written when one of them is thrown. */
import { OwnFailure } from '../machines/own-failure.ts';
import type { RightFault } from '../machines/right-fault.ts';
import { canonical } from './canonical.ts';
import type { Fault, IdInUse, RegisterFault } from './faults.ts';
import type { Row } from './types.ts';

/** The id of an entry is in use for other content. */
export class IdConflict extends OwnFailure<RegisterFault> {
  override readonly name = 'IdConflict';
  readonly asData: IdInUse;
  constructor(
    readonly existing: Row,
    readonly offered: Row['entry'],
  ) {
    const { agreement, seq: line, entered } = existing;
    const asData = {
      id: offered.id,
      agreement,
      line,
      by: entered.by,
      existing: formatEntry(existing.entry),
      offered: formatEntry(offered),
    };
    super({ code: 'idInUse', ...asData });
    this.asData = asData;
  }
}

/** The caller knows lines that this register does not have: it is not the one the caller wrote to. */
export class LinesMissing extends OwnFailure<RegisterFault> {
  override readonly name = 'LinesMissing';
  constructor(agreement: string, register: string, known: number, head: number) {
    super({ code: 'linesMissing', agreement, register, known, head });
  }
}

/** What is to be written is no text (`isText`): no database gives a NUL or half of a surrogate pair back as it was, and its seal would never fit. */
export class NotText extends OwnFailure<RegisterFault> {
  override readonly name = 'NotText';
  constructor(readonly column: string) {
    super({ code: 'notText', column });
  }
}

/** Content as a person reads it: the type, then each field. Long ones are cut. */
function formatEntry({ type, id, ...fields }: Row['entry']): string {
  const shown = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${cut(typeof value === 'string' ? value : canonical(value))}`);
  return [`${type} (${id})`, ...shown].join(', ');
}

const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** The database can't be opened, or is none of ours. */
export class RegisterNotOpened extends OwnFailure<RegisterFault> {
  override readonly name = 'RegisterNotOpened';
}

/** Another writer has held the register for longer than a write waits. */
export class RegisterInUse extends OwnFailure<RegisterFault> {
  override readonly name = 'RegisterInUse';
}

/** The bytes of a line can no longer be read. */
export class UnreadableLine extends OwnFailure<RegisterFault> {
  override readonly name = 'UnreadableLine';
}

/** Lines are to be written as they were elsewhere, and this register has lines of its own. */
export class NotEmpty extends OwnFailure<RegisterFault> {
  override readonly name = 'NotEmpty';
  constructor(register: string) {
    super({ code: 'notEmpty', register });
  }
}

/** Lines that are not as they were written; names each. */
export class NotSound extends OwnFailure<RegisterFault> {
  override readonly name = 'NotSound';
  constructor(readonly faults: readonly Fault[]) {
    super({ code: 'notSound', faults });
  }
}

/** What was asked is no right of who asked it, or no longer; nothing was written. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  constructor(
    readonly fault: RightFault,
    /** Whom the right names, where it could be read. */
    readonly person?: string,
    readonly identity?: string,
  ) {
    super(Object.values(fault).join(' '));
  }
}
