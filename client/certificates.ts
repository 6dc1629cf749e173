/** A certificate of status: what the register has of an agreement, as of one day and as known on another; signed if there is a key. */
import { certificateOf, type Certificate } from '../documents/certificate.ts';
import type { CalendarDate } from '../clauses/calendar.ts';
import type { Language } from '../clauses/desk.ts';
import { descriptionOf } from '../dossier/description.ts';
import { signed } from '../register/signed.ts';
import type { Context } from './context.ts';
import { datesIn, todayIn, unknownAgreement, type AnswerDays } from './dossiers.ts';
import { InvalidRequest } from './failures.ts';

export interface Certified {
  content: Certificate;
  /** The certificate as data, with the signature and the id of its key, if there is a key. */
  data: object;
  signedBy: string | undefined;
}

/** @throws InvalidRequest, Unavailable */
export async function certificate(context: Context, id: string, days: Omit<AnswerDays, 'until'> = {}): Promise<Certified> {
  const registers = await context.registersThere();
  const found = await registers.find(id);
  if (!found) throw await unknownAgreement(context.wording, registers, id);
  const kept = { rehearsal: found.rehearsal, ...(await found.register.stateOf(id)) };
  const today: CalendarDate = todayIn(descriptionOf(kept.rows, id).agreement, await context.now());
  const { asOf = today, knownOn } = datesIn(days, context.wording);
  if (knownOn && knownOn > today) throw new InvalidRequest('notYetKnown', { day: knownOn, today }, context.wording);
  const { signing } = (await context.configuration()).secrets;
  const content = certificateOf(id, kept, { asOf, today, ...(knownOn ? { knownOn } : {}) });
  return { content, data: await signed(content, 'certificate', signing), signedBy: signing?.id };
}

/** The certificate as JSON, which the PDF also contains. */
export const certificateJson = ({ data }: Certified): string => `${JSON.stringify(data, null, 2)}\n`;

export async function certificatePdf(certified: Certified, language: Language): Promise<{ name: string; bytes: Buffer }> {
  const { content, signedBy } = certified;
  const { printedCertificate } = await import('../documents/printed-certificate.ts');
  const { pdfOf } = await import('../documents/pdf.ts');
  const data = { name: 'certificate.json', text: certificateJson(certified) };
  return {
    name: `${content.agreement.id}-status-${content.asOf}-known-${content.knownOn}-${language}.pdf`,
    bytes: await pdfOf(printedCertificate(content, language, signedBy), data),
  };
}
