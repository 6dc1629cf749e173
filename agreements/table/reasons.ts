/** Why a table or a row of it is rejected, as data; the reader renders it. */
import type { CalendarDate } from '../../clauses/calendar.ts';
import type { Finding } from '../../machines/clause-findings/index.ts';
import type { Refusal } from '../../machines/refusal.ts';
import type { AnyStatement } from '../../machines/statements.ts';
import type { Status } from '../../machines/view.ts';
import { tableFaultIn } from '../../wording/faults/table/sentence.ts';
import { wordings } from '../../wording/index.ts';
import type { ColumnName } from './columns.ts';

/** Why the value of a field cannot be read; `text` is the value, or part of it. */
export type FieldReason =
  | {
      code:
        | 'noDate'
        | 'noDayThatExists'
        | 'shortYear'
        | 'firstAfterLast'
        | 'boundsTooWide'
        | 'notExact'
        | 'oneNotNamed'
        | 'sameParty'
        | 'noPartyCode'
        | 'noZone'
        | 'noInterval'
        | 'noEntryClause'
        | 'countsNotHere'
        | 'noProvisional'
        | 'countedFromNowhere'
        | 'noRenewal'
        | 'renewalWithoutLength'
        | 'noTermination'
        | 'countsWithPeriod'
        | 'noNotification'
        | 'notifiedTwice';
      text: string;
    }
  /** Readable in two ways: `days` has the result of each. */
  | { code: 'twoWays'; text: string; days: readonly [CalendarDate, CalendarDate] }
  /** Readable in one way only: `day` is the result. */
  | { code: 'dayFirst' | 'monthFirst'; text: string; day: CalendarDate }
  | { code: 'notOfForm'; text: string; rule: string }
  | { code: 'otherInterval'; text: string; why: FieldReason }
  | { code: 'numberOfParties'; text: string; count: number }
  | { code: 'unknownState'; text: string; isNamed: boolean }
  | { code: 'yearEnd'; text: string; notice: string }
  | { code: 'several'; all: readonly FieldReason[] };

export type RowReason =
  | { code: 'field'; column: ColumnName; why: FieldReason }
  | { code: 'misshapen'; fields: number; heading: number }
  | { code: 'notText' | 'needed'; column: ColumnName }
  /** A spreadsheet formula that gave an error, or was never calculated. */
  | { code: 'formula'; column: ColumnName; text: string }
  | { code: 'noParty'; column: ColumnName; text: string; parties: readonly string[] }
  | {
      code:
        | 'notBeforeAlone'
        | 'asLongAsAlone'
        | 'renewalEmpty'
        | 'noticeBeforeEmpty'
        | 'terminationEmpty'
        | 'laterTreatyEmpty'
        | 'noticeIncomplete';
    }
  | { code: 'nothingToRenew' | 'endEmpty'; columns: readonly ColumnName[] }
  /** `text`: `none` if nothing is written. */
  | { code: 'unknownCause'; text: string; causes: readonly string[] }
  | { code: 'numberWithoutId'; text: string }
  | { code: 'schema'; path: string; rule: string; values: readonly string[] }
  | { code: 'refused'; refusal: Refusal }
  | { code: 'senseless'; finding: Finding }
  /** The legal reason concerning entry into force or the end. */
  | { code: 'without'; column: 'entry_into_force' | 'end'; why: AnyStatement }
  | { code: 'otherEntry'; from: CalendarDate; to: CalendarDate; date: CalendarDate; why: AnyStatement }
  | { code: 'notEnded'; cause: StatedEndCause; status: Status }
  | { code: 'otherEnd'; told: CalendarDate; lastDay: CalendarDate; why: AnyStatement; isOfOtherReading: boolean };

/** Returns the columns at fault; none if it is the row as a whole. */
export function columnsOf(reason: RowReason): readonly ColumnName[] {
  switch (reason.code) {
    case 'field':
    case 'notText':
    case 'needed':
    case 'formula':
    case 'noParty':
    case 'without':
      return [reason.column];
    case 'nothingToRenew':
    case 'endEmpty':
      return reason.columns;
    case 'notBeforeAlone':
      return ['not_before', 'entry_clause'];
    case 'asLongAsAlone':
      return ['as_long_as', 'period'];
    case 'renewalEmpty':
      return ['renewal'];
    case 'noticeBeforeEmpty':
      return ['notice_before'];
    case 'terminationEmpty':
      return ['termination'];
    case 'laterTreatyEmpty':
      return ['later_treaty'];
    case 'noticeIncomplete':
      return ['end_by', 'end_on'];
    case 'unknownCause':
      return ['end_cause'];
    case 'numberWithoutId':
      return ['number'];
    case 'otherEntry':
      return ['entry_into_force'];
    case 'notEnded':
    case 'otherEnd':
      return ['end'];
    case 'senseless':
      return clauseColumns[String(reason.finding.path[1])] ?? [];
    case 'schema':
      return reason.path.startsWith('title') ? ['title'] : reason.path.startsWith('parties') ? ['parties'] : [];
    case 'misshapen':
    case 'refused':
      return [];
    default:
      return reason satisfies never;
  }
}

const clauseColumns: Readonly<Record<string, readonly ColumnName[]>> = {
  entryIntoForce: ['entry_clause'],
  provisionalApplication: ['provisional'],
  duration: ['period', 'renewal', 'notice_before'],
  termination: ['termination'],
};

export type StatedEndCause = 'notice' | 'agreement' | 'expiry' | 'superseded';

/** Why the whole table is rejected. */
export type TableReason =
  /** `workbook`: a spreadsheet in another format than .xlsx, or an unreadable one. */
  | { code: 'empty' | 'noFile' | 'notUtf8' | 'workbook' }
  | { code: 'tooLarge'; megabytes: number }
  | { code: 'tooWide'; rows: number; columns: number }
  | { code: 'unreadable'; why: string }
  /** `line`: 0 if unknown; `why`: `none` for a quote that is never closed. */
  | { code: 'notTable'; line: number; why: string }
  | { code: 'columnsMissing'; columns: readonly ColumnName[]; meant: readonly { near: string; name: ColumnName }[]; heading: string }
  | { code: 'columnTwice'; column: ColumnName };

/** The file as a whole cannot be used. The message is in English; the reader renders the reason. */
export class TableFault extends Error {
  override readonly name = 'TableFault';

  constructor(
    readonly file: string,
    readonly reason: TableReason,
  ) {
    super(tableFaultIn(file, reason, wordings.en));
  }
}
