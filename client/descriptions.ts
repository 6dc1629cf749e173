/** Descriptions of agreements: opening one from a file, a text or an object, and putting a changed one into use. */
import { agreementFile } from '../agreements/find.ts';
import { loadAgreement, parseAgreement, type AgreementFile } from '../agreements/load.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import { descriptionHash } from '../dossier/description.ts';
import { standingOn, type RegisterDossier } from '../dossier/dossier.ts';
import { contentHash } from '../register/canonical.ts';
import type { Answer } from '../wording/answer.ts';
import { movesBetween, type Move } from './moves.ts';
import type { Context } from './context.ts';
import { dossierOf, todayIn } from './dossiers.ts';
import { yamlOf } from './interview/file-text.ts';
import { openAgreement, refuseWebhooks, type Opened } from './opening.ts';
import type { AgreementGiven, By } from './requests.ts';
import { askRepeatably } from './repeatable.ts';
import { recordAnswer, send, type RecordAnswer } from './updates.ts';

/** Several lines are the text of a file, one line is its path or id. @throws AgreementFileError, UnknownAgreementError */
export function agreementFrom(given: string | AgreementGiven): AgreementFile {
  if (typeof given !== 'string') return parseAgreement(JSON.stringify(given), given.id);
  return given.includes('\n') ? parseAgreement(given, 'agreement') : loadAgreement(agreementFile(given));
}

export const open = (context: Context, given: string | AgreementGiven, { by }: By = {}): Promise<Opened> =>
  openAgreement(context, agreementFrom(given), by);

export type DescriptionInUse = Pick<RegisterDossier, 'agreement' | 'entries'> & {
  /** The text of an agreement's file. */
  text: string;
};

/** The description in use, and the other entries. */
export async function descriptionInUse(context: Context, id: string): Promise<DescriptionInUse> {
  const { agreement, entries } = await dossierOf(context, id);
  return { agreement, text: yamlOf(agreement), entries };
}

/** This description is already the one in use. */
export interface SameDescription {
  agreement: string;
  description: string;
  existing: true;
}

export async function revise(
  context: Context,
  given: string | AgreementGiven,
  how: By & { reason: string },
): Promise<RecordAnswer | SameDescription> {
  const changed = await changedDescription(context, agreementFrom(given));
  if ('existing' in changed) return changed;
  await refuseUndeliverable(context, changed);
  return putIntoUse(context, changed, how);
}

/** A description that is not the one in use, and the dates that it would move. */
export interface ChangedDescription {
  dossier: RegisterDossier;
  content: AgreementFile['agreement'];
  asOf: CalendarDate;
  before: Answer;
  after: Answer;
  moves: Move[];
}

export async function changedDescription(
  context: Context,
  { agreement: content }: Pick<AgreementFile, 'agreement'>,
): Promise<ChangedDescription | SameDescription> {
  const dossier = await dossierOf(context, content.id);
  const description = descriptionHash(content);
  if (description === dossier.description) return { agreement: content.id, description, existing: true };
  const asOf = todayIn(dossier.agreement, await context.now());
  const on = (d: RegisterDossier): Answer => standingOn(d, { asOf }, context.wording);
  const [before, after] = [on(dossier), on({ ...dossier, agreement: content, description })];
  return { dossier, content, asOf, before, after, moves: movesBetween(before, after) };
}

/** Refuses what delivery would reject later. @throws InvalidRequest, Unavailable */
export const refuseUndeliverable = async (context: Context, { content }: ChangedDescription): Promise<void> =>
  refuseWebhooks(context.wording, await context.service(), content);

/** `confirmed`: a person saw what moves; refused if the register has moved since. @throws Refused, InvalidRequest, Unavailable */
export async function putIntoUse(
  context: Context,
  { content, dossier }: ChangedDescription,
  { by = context.person, reason, confirmed = false }: By & { reason: string; confirmed?: boolean },
): Promise<RecordAnswer> {
  const { revise: update, updateId } = await import('../workflows/messages.ts');
  const to = { agreement: content.id, rehearsal: dossier.rehearsal };
  const { length: head } = dossier.rows;
  // The head is part of the id, since returning to an earlier description is not a repeat.
  const id = updateId(`description-after-${head}`, contentHash({ content, reason }));
  const request = { content, reason, by, ...(confirmed ? { head } : {}) };
  return recordAnswer(context, await askRepeatably(context, id, one => send(context, to, update, ['revise', request], one)));
}
