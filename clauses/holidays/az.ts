/** Azerbaijan: Labour Code of 1 February 1999, art. 105 (holidays) and 106 (the day of mourning). */
import { date } from '../calendar.ts';
import type { HolidayList } from './holiday-list.ts';

const listed = 'AZ Labour Code, art. 105(2)';
const announced = 'AZ Labour Code, art. 105(4)';

export const az: HolidayList = {
  from: 2023,
  fixed: [
    { name: 'New Year', days: ['01-01', '01-02'], article: listed },
    { name: 'Day of National Mourning', days: ['01-20'], article: 'AZ Labour Code, art. 106', keepsItsDay: true },
    { name: "International Women's Day", days: ['03-08'], article: listed },
    // Announced each year with the moving feasts; every decision since 2015 names these days.
    { name: 'Novruz Bayram', days: ['03-20', '03-21', '03-22', '03-23', '03-24'], article: announced },
    { name: 'Day of Victory over Fascism', days: ['05-09'], article: listed },
    { name: 'Independence Day', days: ['05-28'], article: listed },
    { name: 'National Salvation Day', days: ['06-15'], article: listed },
    { name: 'Armed Forces Day', days: ['06-26'], article: listed },
    { name: 'Victory Day', days: ['11-08'], article: listed, since: 2021 },
    { name: 'State Flag Day', days: ['11-09'], article: listed },
    { name: 'Solidarity Day of World Azerbaijanis', days: ['12-31'], article: listed },
  ],
  moving: [
    {
      name: 'Ramazan Bayram',
      article: announced,
      announced: {
        2023: [date('2023-04-21'), date('2023-04-22')],
        2024: [date('2024-04-10'), date('2024-04-11')],
        2025: [date('2025-03-30'), date('2025-03-31')],
        2026: [date('2026-03-20'), date('2026-03-21')],
      },
    },
    {
      name: 'Qurban Bayram',
      article: announced,
      announced: {
        2023: [date('2023-06-28'), date('2023-06-29')],
        2024: [date('2024-06-16'), date('2024-06-17')],
        2025: [date('2025-06-06'), date('2025-06-07')],
        2026: [date('2026-05-27'), date('2026-05-28')],
      },
    },
  ],
  inPlaceOf: { article: 'AZ Labour Code, art. 105(5) and (6)' },
  sources: [
    { what: 'Labour Code, art. 105', where: 'https://azerbaijan.az/related-information/286' },
    {
      what: 'Working days and holidays of 2025',
      where: 'https://www.hesabdar.com.az/news?id=12-2025-ci-il-ucun-is-vaxti-normasi-ve-istehsalat-teqvimi-tesdiq-edilib',
    },
    { what: 'The day of mourning moves no day of rest', where: 'https://metbuat.az/news/1490015/22-yanvar-olkede-qeyri-is-gunudur.html' },
    { what: 'Novruz, Ramazan and Qurban 2023', where: 'https://metbuat.az/news/1455579/gelen-ilin-bayram-gunleri-bilindi.html' },
    { what: 'Ramazan 2024', where: 'https://metbuat.az/news/1494680/niyyet-axsami-ne-vaxtdir.html' },
    { what: 'Qurban 2024', where: 'https://metbuat.az/news/1500952/ardicil-5-gun-is-olmayacaq.html' },
    {
      what: 'Novruz, Ramazan and Qurban 2025',
      where:
        'https://turan.az/en/social/the-cabinet-of-ministers-has-established-public-holidays-for-2025-in-connection-with-novruz-ramadan-and-gurban-bayram-788064',
    },
    { what: 'Novruz, Ramazan and Qurban 2026: decision of the Cabinet of Ministers', where: 'https://www.ain.az/az/article/23974882' },
  ],
};
