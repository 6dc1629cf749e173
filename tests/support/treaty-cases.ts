/**
 * What real agreements came to, as published: rule, anchor and result each stated by a source. Entry into force, last days
 * and ends under the agreement's own default reading (its file says why it is read so).
 */
export interface TreatyCase {
  /** The agreement's file in `agreements/`. */
  agreement: string;
  asOf: string;
  published: {
    status?: string;
    entryIntoForce?: string;
    period?: number | null;
    periodEnds?: string;
    lastDayForNotice?: string;
    lastDayInForce?: string;
    firstDayOut?: string;
  };
}

export const treatyCases: readonly TreatyCase[] = [
  { agreement: 'pt-su-1974-air-services', asOf: '1975-03-20', published: { status: 'inForce', entryIntoForce: '1975-03-20' } },
  { agreement: 'pt-ad-2007-driving-licences', asOf: '2008-12-13', published: { status: 'inForce', entryIntoForce: '2008-12-13' } },
  { agreement: 'ie-jp-2009-social-security', asOf: '2010-12-01', published: { status: 'inForce', entryIntoForce: '2010-12-01' } },
  {
    agreement: 'ua-ru-1997-friendship',
    asOf: '2018-09-25',
    published: { status: 'inForce', lastDayForNotice: '2018-09-30', lastDayInForce: '2019-03-31', firstDayOut: '2019-04-01' },
  },
  { agreement: 'ua-ru-1997-friendship', asOf: '2019-04-01', published: { status: 'terminated' } },
  {
    agreement: 'ee-ru-1993-legal-assistance',
    asOf: '2024-01-01',
    published: { period: 6, periodEnds: '2025-03-18', lastDayForNotice: '2024-09-18' },
  },
  { agreement: 'se-sa-2005-military-cooperation', asOf: '2015-01-01', published: { lastDayForNotice: '2015-05-15' } },
  { agreement: 'es-za-1998-investment', asOf: '2005-01-01', published: { period: 1, periodEnds: '2009-12-23' } },
  {
    agreement: 'es-za-1998-investment',
    asOf: '2013-06-23',
    published: { periodEnds: '2013-12-23', lastDayForNotice: '2013-06-23', lastDayInForce: '2013-12-23' },
  },
  {
    agreement: 'jp-us-1987-nuclear-cooperation',
    asOf: '2018-01-01',
    published: { periodEnds: '2018-07-16', lastDayForNotice: '2018-01-16' },
  },
  { agreement: 'jp-us-1987-nuclear-cooperation', asOf: '2018-07-17', published: { status: 'inForce', period: null } },
  { agreement: 'eu-ru-2014-science-renewal', asOf: '2019-01-01', published: { status: 'inForce', periodEnds: '2019-02-20' } },
  { agreement: 'eu-ru-2014-science-renewal', asOf: '2019-02-21', published: { status: 'expired' } },
  { agreement: 'at-su-1990-investment', asOf: '1991-09-01', published: { status: 'inForce', entryIntoForce: '1991-09-01' } },
  { agreement: 'ch-at-1958-road-traffic', asOf: '1959-04-04', published: { status: 'inForce', entryIntoForce: '1959-04-04' } },
  { agreement: 'ch-cz-2009-readmission', asOf: '2011-05-31', published: { status: 'signed', entryIntoForce: '2011-06-01' } },
  { agreement: 'ch-cz-2009-readmission', asOf: '2011-06-01', published: { status: 'inForce' } },
  { agreement: 'ch-ir-1934-establishment', asOf: '1935-07-02', published: { status: 'inForce', entryIntoForce: '1935-07-02' } },
  { agreement: 'at-cz-2005-railway-border-control', asOf: '2006-02-01', published: { status: 'inForce', entryIntoForce: '2006-02-01' } },
  { agreement: 'at-cz-2005-railway-border-control', asOf: '2008-05-01', published: { status: 'superseded', lastDayInForce: '2008-04-30' } },
  {
    agreement: 'fi-pt-1970-income-tax',
    asOf: '2018-06-14',
    published: { status: 'inForce', lastDayInForce: '2018-12-31', firstDayOut: '2019-01-01' },
  },
  { agreement: 'fi-pt-1970-income-tax', asOf: '2019-01-01', published: { status: 'terminated' } },
  { agreement: 'gb-us-1946-air-services', asOf: '1946-02-11', published: { status: 'inForce', entryIntoForce: '1946-02-11' } },
  { agreement: 'gb-us-1946-air-services', asOf: '1976-06-23', published: { status: 'inForce', firstDayOut: '1977-06-22' } },
  { agreement: 'su-td-1967-trade', asOf: '1967-06-22', published: { status: 'appliedProvisionally' } },
  { agreement: 'su-td-1967-trade', asOf: '1968-01-13', published: { status: 'inForce', entryIntoForce: '1968-01-13' } },
  { agreement: 'nl-id-1968-economic-cooperation', asOf: '1968-07-07', published: { status: 'appliedProvisionally' } },
  { agreement: 'nl-id-1968-economic-cooperation', asOf: '1971-07-17', published: { status: 'inForce', entryIntoForce: '1971-07-17' } },
  { agreement: 'ru-by-2021-oil-product-transit', asOf: '2021-02-19', published: { status: 'appliedProvisionally' } },
  { agreement: 'ch-it-1999-rail-capacity', asOf: '2020-01-01', published: { status: 'inForce', period: 1, periodEnds: '2020-12-31' } },
  { agreement: 'eu-gw-2019-fisheries-protocol', asOf: '2024-01-01', published: { status: 'inForce', periodEnds: '2024-06-14' } },
  { agreement: 'eu-gw-2019-fisheries-protocol', asOf: '2024-06-15', published: { status: 'expired' } },
  { agreement: 'us-cn-2023-science-extension', asOf: '2024-03-01', published: { status: 'inForce', periodEnds: '2024-08-27' } },
  { agreement: 'us-cn-2023-science-extension', asOf: '2024-08-28', published: { status: 'expired' } },
];

/** Agreements between more than two Parties, or without a file: the rule alone. */
export const stated = {
  /** Vienna Convention on Consular Relations, art. 77(2): the thirtieth day after deposit. */
  thirtiethDay: [
    ['1989-04-27', '1989-05-27'],
    ['1972-09-13', '1972-10-13'],
  ],
  /** Ireland–New Zealand social security, art. 27: first day of the second month after the month of both notifications. */
  firstOfSecondMonth: [['1994-01-25', '1994-03-01']],
  /** ICSID Convention, art. 71: six months after receipt, the day after the same-numbered one (Venezuela, Honduras). */
  sixMonthsAfterReceipt: [
    ['2012-01-24', '2012-07-25'],
    ['2024-02-24', '2024-08-25'],
  ],
  /** Universal Postal Union, art. 12: one year after receipt, the same-numbered day. */
  oneYearAfterReceipt: [['2018-10-17', '2019-10-17']],
} as const;
