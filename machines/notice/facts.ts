/** Maps a notice to the fact that its receipt creates, so that the officer need not know which one to record. VCLT art. 78(b). */
import type { NoticeContext } from './context.ts';

type FactMatter = Pick<NoticeContext, 'number' | 'content' | 'arrival' | 'dated' | 'dispatched' | 'received' | 'evidence'>;

/** Returns the fact of a received notice, under the notice's own number, with its defect if any. */
export function factOf(c: FactMatter, defect?: string): Record<string, unknown> & { id: string; type: string } {
  return defined({ id: c.number, ...what(c.content), ...how(c), defect });
}

/** Returns the type of the fact that a notice's receipt creates. */
export const factTypeOf = ({ content }: Pick<FactMatter, 'content'>): string => what(content).type;

function how(c: FactMatter): Record<string, unknown> {
  const { content, arrival } = c;
  const dated = arrival?.dated ?? c.dated;
  const dispatched = arrival?.dispatched ?? c.dispatched;
  const received = arrival?.received ?? c.received;
  const marks = { reference: content.reference, evidence: arrival?.evidence ?? c.evidence, note: content.text };
  const form = arrival?.form === 'oral' ? 'oral' : undefined;
  if (content.kind === 'consent') return { by: content.by, on: received, form, signer: content.signer, ...marks };
  return {
    by: content.by,
    dated,
    dispatched,
    received,
    form,
    signer: content.signer,
    ...marks,
  };
}

function what(content: FactMatter['content']): Record<string, unknown> & { type: string } {
  switch (content.kind) {
    case 'completion':
      return { type: 'completion.notified' };
    case 'protocolCompletion':
      return { type: 'protocol.completion.notified', protocol: content.protocol };
    case 'provisionalApplicationEnd':
      return { type: 'provisionalApplication.ended' };
    case 'termination':
      return { type: 'termination.notified', names: content.names };
    case 'revocation':
      return { type: 'termination.revoked', of: content.of };
    case 'proposal':
      return { type: 'protocol.proposed', protocol: content.protocol };
    case 'consent':
      return { type: 'protocol.agreed', protocol: content.protocol };
    case 'consultations':
      return { type: 'consultations.requested', subject: content.subject };
    case 'communications': {
      const { subject, scope, from, until, payer } = content;
      return { type: 'communications.requested', subject, scope, from, until, payer };
    }
    case 'organisation': {
      const { organisation, replaces, from } = content;
      return { type: 'organisation.notified', organisation, replaces, from };
    }
    case 'correction':
      return { type: 'error.notified', error: content.error, corrected: content.corrected };
    case 'free':
      return { type: 'note.received', subject: content.subject };
    /* v8 ignore next 2 -- @preserve unreachable: the compiler checks that the union is closed */
    default:
      return content satisfies never;
  }
}

const defined = <T extends object>(o: T): T => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as T;
