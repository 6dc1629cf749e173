/** An amendment clause that no protocol can meet. VCLT art. 24, 39. */
import { after, type Length } from '../../clauses/calendar.ts';
import { clauseOfProtocols } from '../../clauses/terms.ts';
import { dateOf, type Fact } from '../facts.ts';
import { viewOf } from '../view.ts';
import type { Finding } from './finding.ts';
import { familyOn, sent, type Walk } from './walk.ts';

/** Only if the file says how protocols enter into force: the agreement itself has already met its own clause. */
export function amendmentFindings(walk: Walk): Finding[] {
  const clause = walk.agreement.clauses.amendment?.entryIntoForce;
  if (!clause) return [];
  const facts = protocolFacts(walk);
  const [signed, notified] = [dateOf(facts[0]!), dateOf(facts[1]!)];
  const entry = viewOf(familyOn(walk, notified, facts), notified).protocols[0]!.entry?.date;
  const finding = { article: clause.article, path: ['clauses', 'amendment', 'entryIntoForce'], values: {} };
  const story = { facts: [...walk.facts, ...facts], asOf: notified };
  if (!entry) return [{ ...finding, name: 'amendmentNeverMet', severity: 'error', story: { ...story, dates: { signed, notified } } }];
  if (clause.on === 'fixedDate' && clause.date < walk.inForce)
    return [
      { ...finding, name: 'amendmentDatePassed', severity: 'warning', story: { ...story, dates: { date: clause.date, signed, entry } } },
    ];
  return [];
}

/** A protocol signed a year after entry into force, with both notifications a month later. */
export function protocolFacts({ agreement, inForce }: Walk): Fact[] {
  const protocol = 'p1';
  const signed = after(inForce, 'P1Y' as Length);
  const notified = after(signed, 'P1M' as Length);
  const dates = sent(clauseOfProtocols(agreement.clauses), notified);
  return [
    { id: 'ps', type: 'protocol.signed', protocol, on: signed },
    ...agreement.parties.map(({ id: by }, i): Fact => ({ id: `pn${i + 1}`, type: 'protocol.completion.notified', protocol, by, ...dates })),
  ];
}
