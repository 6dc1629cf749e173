/**
 * Short names of States in Russian, Kazakh and Azerbaijani. JavaScript knows them by region code, with two kinds of exception: for a former
 * State it gives the successor, and some of its names suit a map and not a Party (Vatican, two Congos by their capitals).
 */
import type { Language } from '../clauses/desk.ts';
import { displayNames } from './intl.ts';

type Translated = Exclude<Language, 'en'>;

const own: Readonly<Record<string, Readonly<Record<Translated, string>>>> = {
  // former States
  CS: { ru: 'Чехословакия', kk: 'Чехословакия', az: 'Çexoslovakiya' },
  DD: { ru: 'ГДР', kk: 'ГДР', az: 'ADR' },
  SU: { ru: 'СССР', kk: 'КСРО', az: 'SSRİ' },
  YU: { ru: 'Югославия', kk: 'Югославия', az: 'Yuqoslaviya' },
  // abbreviated, or not the name of a Party
  CD: { ru: 'Демократическая Республика Конго', kk: 'Конго Демократиялық Республикасы', az: 'Konqo Demokratik Respublikası' },
  CG: { ru: 'Республика Конго', kk: 'Конго Республикасы', az: 'Konqo Respublikası' },
  EU: { ru: 'Европейский союз', kk: 'Еуропалық Одақ', az: 'Avropa İttifaqı' },
  KG: { ru: 'Кыргызстан', kk: 'Қырғызстан', az: 'Qırğızıstan' },
  KP: { ru: 'КНДР', kk: 'КХДР', az: 'KXDR' },
  KR: { ru: 'Республика Корея', kk: 'Корея Республикасы', az: 'Koreya Respublikası' },
  MH: { ru: 'Маршалловы Острова', kk: 'Маршалл аралдары', az: 'Marşal adaları' },
  MM: { ru: 'Мьянма', kk: 'Мьянма', az: 'Myanma' },
  PS: { ru: 'Палестина', kk: 'Палестина', az: 'Fələstin' },
  SB: { ru: 'Соломоновы Острова', kk: 'Соломон аралдары', az: 'Solomon adaları' },
  SC: { ru: 'Сейшельские Острова', kk: 'Сейшель аралдары', az: 'Seyşel adaları' },
  US: { ru: 'США', kk: 'АҚШ', az: 'ABŞ' },
  VA: { ru: 'Святой Престол', kk: 'Қасиетті Тақ', az: 'Müqəddəs Taxt-Tac' },
};

/** Whether the code is a former State's: JavaScript would name its successor. A search calls this for every Party of every agreement. */
export function isFormer(code: string): boolean {
  const former = known.get(code) ?? new Intl.Locale(`und-${code}`).region !== code;
  known.set(code, former);
  return former;
}

const known = new Map<string, boolean>();

/** By its code, which must be a State's; undefined if it has no name here. */
export function stateIn(language: Translated, code: string): string | undefined {
  const name = own[code]?.[language];
  return name ?? (isFormer(code) ? undefined : displayNames(language, { type: 'region', fallback: 'none' }).of(code));
}
