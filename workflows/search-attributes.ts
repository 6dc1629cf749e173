/** What an agreement, a notice or a protocol can be found by in Temporal: the custom search attributes, as typed keys. */
import { defineSearchAttributeKey } from '@temporalio/common';

export const agreementAttribute = defineSearchAttributeKey('ServandaAgreement', 'KEYWORD');
export const partiesAttribute = defineSearchAttributeKey('ServandaParties', 'KEYWORD_LIST');
export const statusAttribute = defineSearchAttributeKey('ServandaStatus', 'KEYWORD');
/** The earliest day in law by which somebody must have acted, on the safe side, or on which something happens where nobody must; and what it is. Of every type the same. */
export const nextDateAttribute = defineSearchAttributeKey('ServandaNextDate', 'DATETIME');
export const nextWhatAttribute = defineSearchAttributeKey('ServandaNextWhat', 'KEYWORD');
/** What is to be decided next: `renewal` or `expiry`. */
export const decisionAttribute = defineSearchAttributeKey('ServandaDecision', 'KEYWORD');
/** Of the renewal that a notice can still prevent, the safe day, and the day by which a notice must leave to arrive by then. */
export const safeDayAttribute = defineSearchAttributeKey('ServandaSafeDay', 'DATETIME');
export const sendByAttribute = defineSearchAttributeKey('ServandaSendBy', 'DATETIME');
export const underNoticeAttribute = defineSearchAttributeKey('ServandaUnderNotice', 'BOOL');

/** Of a notice what it is, such as `termination`; of the others their type: `agreement`, `protocol`, `delivery`, `reconciliation`. */
export const kindAttribute = defineSearchAttributeKey('ServandaKind', 'KEYWORD');
/** Of a notice: `ours` or `theirs`. */
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
