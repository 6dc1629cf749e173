/** Errors of the register. When one is thrown, nothing has been written. */
import { OwnFailure } from '../machines/own-failure.ts';
import type { RightFault } from '../machines/right-fault.ts';
import { canonical } from './canonical.ts';
import type { Fault, IdInUse, RegisterFault } from './faults.ts';
import type { Row } from './types.ts';

/** The entry's id already has other content. */
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

/** The caller knows lines that this register lacks: it is not the register to which the caller wrote. */
export class LinesMissing extends OwnFailure<RegisterFault> {
  override readonly name = 'LinesMissing';
  constructor(agreement: string, register: string, known: number, head: number) {
    super({ code: 'linesMissing', agreement, register, known, head });
  }
}

/** Not text (`isText`): no database returns a NUL or half of a surrogate pair unchanged, so its seal would never match. */
export class NotText extends OwnFailure<RegisterFault> {
  override readonly name = 'NotText';
  constructor(readonly column: string) {
    super({ code: 'notText', column });
  }
}

/** Content in readable form: the type, then each field, long values cut off. */
function formatEntry({ type, id, ...fields }: Row['entry']): string {
  const shown = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${cut(typeof value === 'string' ? value : canonical(value))}`);
  return [`${type} (${id})`, ...shown].join(', ');
}

const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** The database can't be opened, or is not a register. */
export class RegisterNotOpened extends OwnFailure<RegisterFault> {
  override readonly name = 'RegisterNotOpened';
}

/** Another writer has held the register longer than a write waits. */
export class RegisterInUse extends OwnFailure<RegisterFault> {
  override readonly name = 'RegisterInUse';
}

/** The bytes of a line are no longer readable. */
export class UnreadableLine extends OwnFailure<RegisterFault> {
  override readonly name = 'UnreadableLine';
}

/** Lines can be restored only into an empty register, and this one has lines. */
export class NotEmpty extends OwnFailure<RegisterFault> {
  override readonly name = 'NotEmpty';
  constructor(register: string) {
    super({ code: 'notEmpty', register });
  }
}

/** Lines that differ from what was written; lists each. */
export class NotSound extends OwnFailure<RegisterFault> {
  override readonly name = 'NotSound';
  constructor(readonly faults: readonly Fault[]) {
    super({ code: 'notSound', faults });
  }
}

/** The caller has no right to the request, or no longer; nothing was written. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
  constructor(
    readonly fault: RightFault,
    /** The person named by the right, if it could be read. */
    readonly person?: string,
    readonly identity?: string,
  ) {
    super(Object.values(fault).join(' '));
  }
}
