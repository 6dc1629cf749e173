/**
 * Stored with the register of a release: each agreement's standing as data on three days, its notices and protocols, and the last hash of
 * each.
 */
import { zonesOf } from '../../clauses/agreement.ts';
import { date, type Instant } from '../../clauses/calendar.ts';
import { foldLedger } from '../../machines/fold-failure.ts';
import { standing } from '../../machines/standing.ts';
import { replay, shownOf } from '../../machines/notice/replay.ts';
import { noticeNumbers, noticeSteps } from '../../dossier/description.ts';
import { loadDossier, todayOf } from '../../dossier/dossier.ts';
import { openProtocols } from '../../reconciliation/open-workflows.ts';
import type { Registers } from '../../register/home.ts';
import type { Head, Revoked } from '../../register/types.ts';

export interface Expected {
  /** Revoked identities, in the register of real agreements. */
  revocations: Revoked[];
  agreements: Record<string, OfAgreement>;
}

export interface OfAgreement {
  rehearsal: boolean;
  /** When it was last stored. */
  at: Instant;
  head: Head;
  /** The number of its lines of each kind. */
  lines: { rows: number; outbox: number; deliveries: number };
  /** The state of each notice by its number, and the protocols that are not over. */
  notices: Record<string, string>;
  protocols: string[];
  /** By day. Without the rules version, which is raised when a date of any other agreement changes. */
  answers: Record<string, unknown>;
}

export async function expectedOf(registers: Registers, id: string, at: Instant, days: readonly string[]): Promise<OfAgreement> {
  const dossier = (await loadDossier(registers, id))!;
  const { agreement, description, entries, rehearsal } = dossier;
  const register = registers.of(rehearsal);
  const answerOn = (day: string) => {
    const said = foldLedger(id, entries, ledger => standing({ agreement, description, entries: ledger, asOf: date(day) }));
    return { ...said, law: undefined };
  };
  const today = todayOf(dossier, at);
  const { rows } = dossier;
  const stateOf = (number: string) => shownOf(replay(noticeSteps(rows, number), today).instance, zonesOf(agreement)).state;
  const found: OfAgreement = {
    rehearsal,
    at,
    head: await register.head(id),
    lines: { rows: rows.length, outbox: dossier.outbox.length, deliveries: (await register.deliveries(id)).length },
    notices: Object.fromEntries(noticeNumbers(rows).map(number => [number, stateOf(number)])),
    protocols: openProtocols(rows),
    answers: Object.fromEntries(days.map(day => [day, answerOn(day)])),
  };
  return JSON.parse(JSON.stringify(found)) as OfAgreement;
}
