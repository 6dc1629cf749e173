/** The custom search attributes by which Temporal finds agreements, notices and protocols, as typed keys. */
import { defineSearchAttributeKey } from '@temporalio/common';

export const agreementAttribute = defineSearchAttributeKey('ServandaAgreement', 'KEYWORD');
export const partiesAttribute = defineSearchAttributeKey('ServandaParties', 'KEYWORD_LIST');
export const statusAttribute = defineSearchAttributeKey('ServandaStatus', 'KEYWORD');
/** The next safe day by which somebody must have acted, or else the next event in law; and which. Same types everywhere. */
export const nextDateAttribute = defineSearchAttributeKey('ServandaNextDate', 'DATETIME');
export const nextWhatAttribute = defineSearchAttributeKey('ServandaNextWhat', 'KEYWORD');
/** The next decision: `renewal` or `expiry`. */
export const decisionAttribute = defineSearchAttributeKey('ServandaDecision', 'KEYWORD');
/** For a renewal that a notice can still prevent: the safe day, and the day by which to send a notice so that it arrives by then. */
export const safeDayAttribute = defineSearchAttributeKey('ServandaSafeDay', 'DATETIME');
export const sendByAttribute = defineSearchAttributeKey('ServandaSendBy', 'DATETIME');
export const underNoticeAttribute = defineSearchAttributeKey('ServandaUnderNotice', 'BOOL');

/** For a notice its kind, such as `termination`; for others their workflow type: `agreement`, `protocol`, `delivery`, `reconciliation`. */
export const kindAttribute = defineSearchAttributeKey('ServandaKind', 'KEYWORD');
/** For a notice: `ours` or `theirs`. */
export const directionAttribute = defineSearchAttributeKey('ServandaDirection', 'KEYWORD');

export const searchAttributes = [
  agreementAttribute,
  partiesAttribute,
  statusAttribute,
  nextDateAttribute,
  nextWhatAttribute,
  decisionAttribute,
  safeDayAttribute,
  sendByAttribute,
  underNoticeAttribute,
  kindAttribute,
  directionAttribute,
] as const;
