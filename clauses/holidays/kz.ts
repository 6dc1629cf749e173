/** Kazakhstan: Law on Holidays No. 267 of 13 December 2001, art. 2, 3 and 5; Labour Code of 23 November 2015, art. 84(5). */
import { date } from '../calendar.ts';
import type { HolidayList } from './holiday-list.ts';

const state = 'KZ Law on Holidays, art. 3';
const ofRest = 'KZ Labour Code, art. 84(5)';

export const kz: HolidayList = {
  from: 2023,
  fixed: [
    { name: 'New Year', days: ['01-01', '01-02'], article: state },
    { name: 'Orthodox Christmas', days: ['01-07'], article: ofRest, keepsItsDay: true },
    { name: "International Women's Day", days: ['03-08'], article: state },
    // 15 March: adoption of the Constitution of 2026. 30 August marked the Constitution of 1995.
    { name: 'Constitution Day', days: ['03-15'], article: 'KZ Constitution of 2026, art. 94', since: 2027 },
    { name: 'Nauryz meiramy', days: ['03-21', '03-22', '03-23'], article: state },
    { name: 'Unity Day of the People of Kazakhstan', days: ['05-01'], article: state },
    { name: 'Defender of the Fatherland Day', days: ['05-07'], article: state },
    { name: 'Victory Day', days: ['05-09'], article: state },
    { name: 'Capital Day', days: ['07-06'], article: state },
    { name: 'Constitution Day', days: ['08-30'], article: state, until: 2025 },
    { name: 'Republic Day', days: ['10-25'], article: 'KZ Law on Holidays, art. 2', since: 2022 },
    { name: 'Independence Day', days: ['12-16'], article: state },
  ],
  moving: [
    {
      name: 'first day of Kurban Ait',
      article: ofRest,
      keepsItsDay: true,
      announced: { 2023: [date('2023-06-28')], 2024: [date('2024-06-17')], 2025: [date('2025-06-06')], 2026: [date('2026-05-27')] },
    },
  ],
  inPlaceOf: { article: 'KZ Law on Holidays, art. 5' },
  sources: [
    { what: 'Law on Holidays in the Republic of Kazakhstan', where: 'https://kodeksy-kz.com/download.php?id=2426&lang=ru' },
    {
      what: 'Holidays and days of rest by art. 84 of the Labour Code',
      where: 'https://pro1c.kz/hotline/tipovye-resheniya/chem-otlichaetsya-prazdnichnyy-den-ot-vykhodnogo-dnya',
    },
    {
      what: 'Republic Day from 2022, no Day of the First President',
      where: 'https://baigenews.kz/prezident-podpisal-zakon-25-oktyabrya-ofitsialno-stal-vyhodnym-dnem_139315',
    },
    {
      what: 'Constitution Day: 15 March from 2027, no longer 30 August from 2026 (Ministry of Labour, 18 March 2026)',
      where: 'https://taspanews.kz/novosti-kazakhstana/v-etom-godu-u-kazakhstantsev-ne-budet-odnogo-vykhodnogo-795514517615',
    },
    {
      what: 'Calendar of 2026 with the days in place of holidays',
      where: 'https://alau.kz/perenosy-vyhodnyh-prazdnichnyj-kalendar-kazahstana-na-2026-god/',
    },
    {
      what: 'Kurban Ait 2023',
      where: 'https://sn.kz/sn-akparat-agyny/103060-ku-rban-ait-pen-astana-kuni-kazakstandyktar-kalai-demalatyny-belgili-boldy/amp',
    },
    { what: 'Kurban Ait 2024', where: 'https://newsroom.kz/index.php/84534/aza-standy-tar-mausym-ayynda-ansha-k-n-demalady' },
    { what: 'Kurban Ait 2025', where: 'https://mgorod.kz/news/skolko-dnej-otdohnut-kazahstancy-na-kurban-ajt-v-2025-godu' },
    { what: 'Kurban Ait 2026', where: 'https://kazpravda.kz/n/dumk-obyavilo-daty-musulmanskih-prazdnikov-na-2026-god/' },
  ],
};
