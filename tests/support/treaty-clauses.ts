/**
 * Final clauses of real agreements as their sources give them, without what the sources do not show: no linter may find fault with them.
 */
const article = 'as published';
const unseenEntry = { on: 'unseen', article };
const unseenDuration = { kind: 'indefinite', article, unseen: true };
const byLastNotification = { on: 'lastNotification', article };
const renewedAutomatically = (first: string, length: string, noticeBefore: string, more: object = {}): object => ({
  kind: 'periods',
  article,
  first,
  renewal: { kind: 'automatic', length, ...more },
  noticeBefore,
});
const endOfPeriod = { when: 'endOfPeriod', article };
const anyTime = (notice: string): object => ({ when: 'anyTime', article, notice });
const amendedByProtocol = { article, by: 'protocol' };

export const treatyClauses: Readonly<Record<string, object>> = {
  'kz-az-govcomms-2004': {
    entryIntoForce: byLastNotification,
    duration: renewedAutomatically('P5Y', 'P5Y', 'P6M'),
    termination: anyTime('P6M'),
    amendment: amendedByProtocol,
  },
  'kz-us-123-1997': { entryIntoForce: { on: 'exchangeOfInstruments', article }, duration: unseenDuration },
  'ru-intergov-garant-2568439': {
    entryIntoForce: byLastNotification,
    duration: renewedAutomatically('P5Y', 'P5Y', 'P6M'),
    termination: anyTime('P6M'),
  },
  'ru-az-production-coop-2002': {
    entryIntoForce: byLastNotification,
    duration: renewedAutomatically('P3Y', 'P3Y', 'P6M'),
    termination: endOfPeriod,
  },
  'pt-ussr-air-1974': { entryIntoForce: { ...byLastNotification, counts: 'dated' }, duration: unseenDuration },
  'jp-kr-gsomia-2016': {
    entryIntoForce: { ...byLastNotification, counts: 'dated' },
    duration: renewedAutomatically('P1Y', 'P1Y', 'P90D'),
    termination: endOfPeriod,
  },
  'pt-ad-driving-licences-2007': { entryIntoForce: { ...byLastNotification, then: { days: 30 } }, duration: unseenDuration },
  'vccr-ua-1989': { entryIntoForce: { on: 'exchangeOfInstruments', article, then: { days: 30 } }, duration: unseenDuration },
  'ca-sg-protocol-2011': {
    entryIntoForce: { ...byLastNotification, counts: 'dated', then: { days: 30 } },
    duration: unseenDuration,
    amendment: amendedByProtocol,
  },
  'ru-30-days-expiry-2021': {
    entryIntoForce: { ...byLastNotification, then: { days: 30 } },
    duration: renewedAutomatically('P5Y', 'P5Y', 'P6M'),
    termination: endOfPeriod,
  },
  'ie-nz-social-security-1993': { entryIntoForce: { ...byLastNotification, then: { firstDayOfMonth: 2 } }, duration: unseenDuration },
  'ie-jp-social-security-2009': { entryIntoForce: { ...byLastNotification, then: { firstDayOfMonth: 3 } }, duration: unseenDuration },
  'korus-agreed-date-2012': {
    entryIntoForce: { ...byLastNotification, then: { days: 60 } },
    duration: { kind: 'indefinite', article },
    termination: anyTime('P180D'),
  },
  'ua-ru-friendship-1997': {
    entryIntoForce: unseenEntry,
    duration: renewedAutomatically('P10Y', 'P10Y', 'P6M'),
    termination: endOfPeriod,
  },
  'ee-ru-legal-assistance-1993': {
    entryIntoForce: { on: 'fixedDate', article, date: '1995-03-19', unseen: true },
    duration: renewedAutomatically('P5Y', 'P5Y', 'P6M'),
    termination: endOfPeriod,
  },
  'se-sa-mou-2005': {
    entryIntoForce: { on: 'signature', article },
    duration: renewedAutomatically('P5Y', 'P5Y', 'P6M'),
    termination: endOfPeriod,
  },
  'es-za-bit-1998': {
    entryIntoForce: { on: 'fixedDate', article, date: '1999-12-23', unseen: true },
    duration: renewedAutomatically('P10Y', 'P2Y', 'P6M'),
    termination: endOfPeriod,
  },
  'us-jp-nuclear-1988': {
    entryIntoForce: { on: 'exchangeOfInstruments', article, then: { days: 30 } },
    duration: { kind: 'periods', article, first: 'P30Y', renewal: { kind: 'withoutLimit' }, noticeBefore: 'P6M' },
    termination: { when: 'afterFirstPeriod', article, notice: 'P6M' },
  },
  'ru-kz-indirect-taxes-2000': {
    entryIntoForce: { on: 'fixedDate', article, date: '2001-07-01', afterLastNotification: true },
    duration: renewedAutomatically('P5Y', 'P5Y', 'P6M'),
    termination: endOfPeriod,
    amendment: amendedByProtocol,
  },
  'manas-transit-centre': {
    entryIntoForce: unseenEntry,
    duration: { kind: 'periods', article, first: 'P5Y', renewal: { kind: 'none' } },
    termination: anyTime('P180D'),
  },
  'icsid-denunciations': { entryIntoForce: unseenEntry, duration: { kind: 'indefinite', article }, termination: anyTime('P6M') },
  'us-ph-vfa': { entryIntoForce: unseenEntry, duration: { kind: 'indefinite', article }, termination: anyTime('P180D') },
  'upu-us-revoked': { entryIntoForce: unseenEntry, duration: { kind: 'indefinite', article }, termination: anyTime('P1Y') },
  'teu-art50-uk': { entryIntoForce: unseenEntry, duration: { kind: 'indefinite', article }, termination: anyTime('P2Y') },
  'eu-ru-st-2000': {
    entryIntoForce: unseenEntry,
    duration: { kind: 'periods', article, first: 'P5Y', renewal: { kind: 'byAgreement', length: 'P5Y' } },
  },
  'csto-legal-status-2002': {
    entryIntoForce: { on: 'exchangeOfInstruments', article },
    duration: unseenDuration,
    amendment: amendedByProtocol,
  },
  'cz-kz-readmission-2011': {
    entryIntoForce: { ...byLastNotification, then: { firstDayOfMonth: 2 } },
    duration: { kind: 'indefinite', article },
    termination: anyTime('P6M'),
  },
};
