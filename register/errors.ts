/** What the register refuses, each with what to do. Nothing has been written when one of them is thrown. */
import { canonical } from './canonical.ts';
import type { Row } from './types.ts';

/** The id of an entry is in use for other content. */
export class IdConflict extends Error {
  override readonly name = 'IdConflict';
  constructor(
    readonly existing: Row,
    readonly offered: Row['entry'],
  ) {
    super(
      `The id ${offered.id} is already used in ${existing.agreement} for other content. ` +
        `In the register, line ${existing.seq}, entered by ${existing.entered.by}: ${inWords(existing.entry)}. Offered now: ${inWords(offered)}. ` +
        `Nothing was written. Give the new entry an id of its own; to change what was entered, enter a correction of ${offered.id}.`,
    );
  }
}

/** The caller knows lines that this register does not have: it is not the one the caller wrote to. */
export class LinesMissing extends Error {
  override readonly name = 'LinesMissing';
  constructor(agreement: string, file: string, knownHead: number, head: number) {
    super(
      `${agreement} is known up to line ${knownHead}, but ${file} has it only up to line ${head}. Nothing was written. ` +
        `Has the file been replaced by an older copy, or is SERVANDA_HOME another folder? Put the right file back and try again.`,
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
