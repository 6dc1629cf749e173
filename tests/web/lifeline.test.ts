/** Lifelines and fans of every agreement in agreements/, in four languages: no text is cut off, missing or overlapping. */
import { afterAll, describe, expect, it } from 'vitest';
import type { AgreementStanding } from '../../client/answers.ts';
import type { Agreement } from '../../clauses/agreement.ts';
import { headlineOf } from '../../client/headline.ts';
import { languages, type Language } from '../../clauses/desk.ts';
import { date } from '../../clauses/calendar.ts';
import { fanOf, uprightFan, wideFan } from '../../web/lifeline/fan.ts';
import { inRoom, measured } from '../../web/lifeline/measure.ts';
import { dayNumber, dayOfNumber, lifeOf } from '../../web/lifeline/model.ts';
import { scaleOf } from '../../web/lifeline/scale.ts';
import { spansOf } from '../../web/lifeline/suspended.ts';
import { typeface, type Drawing, type Text } from '../../web/lifeline/shapes.ts';
import { uprightLifeline } from '../../web/lifeline/upright.ts';
import { wideLifeline } from '../../web/lifeline/wide.ts';
import { wordsIn } from '../../web/words.ts';
import { given, on } from '../law/setup.ts';
import { inForceFrom } from '../support/test-agreement.ts';
import { deskHome } from './desk-home.ts';

const kept = await deskHome();
afterAll(() => kept.remove());

const boxOf = (t: Text): { x0: number; x1: number; y0: number; y1: number } => {
  const { size, bold } = typeface[t.style];
  const w = measured(t.text, size, bold);
  const x0 = t.anchor === 'middle' ? t.x - w / 2 : t.anchor === 'end' ? t.x - w : t.x;
  return { x0, x1: x0 + w, y0: t.y - size * 0.72, y1: t.y + size * 0.2 };
};

/** Overlapping or cut texts, in words. */
function faultsOf({ shapes, width, height, below, upright }: Drawing): string[] {
  const texts = shapes.filter(s => s.kind === 'text');
  const cut = texts.filter(t => boxOf(t).x0 < -0.5 || boxOf(t).x1 > width + 0.5 || boxOf(t).y1 > height).map(t => `cut: ${t.text}`);
  const met = texts.flatMap((a, i) =>
    texts.slice(i + 1).flatMap(b => {
      const [p, q] = [boxOf(a), boxOf(b)];
      return p.x0 < q.x1 && q.x0 < p.x1 && p.y0 < q.y1 && q.y0 < p.y1 ? [`${a.text} meets ${b.text}`] : [];
    }),
  );
  // The top of the present, below the past.
  const lens = upright ? shapes.flatMap(s => (s.kind === 'path' && s.style === 'lens' ? Number(/^M14 ([\d.]+)/.exec(s.d)![1]) : [])) : [];
  const across = texts
    .filter(t => lens.some(top => boxOf(t).y0 < top && boxOf(t).y1 > top))
    .map(t => `runs into what matters now: ${t.text}`);
  return [...cut, ...met, ...across, ...below.map(b => `no place: ${b.text}`)];
}

const daysAsked = ['2005-06-01', '2016-03-02', '2026-11-28', '2028-07-01', '2029-03-05', '2029-04-01', '2031-01-01'];

const drawingsOf = (s: AgreementStanding, language: Language): Drawing[] => {
  const said = { words: wordsIn(language), names: s.described, measure: measured };
  const life = lifeOf(s, headlineOf(s));
  return [wideLifeline(life, said), uprightLifeline(life, said)];
};

/** Numbers that do not rise from period to period, whatever their labels say. */
function numbersOf(s: AgreementStanding): string[] {
  const numbers = lifeOf(s, headlineOf(s)).periods.map(p => p.number);
  return numbers.some((n, i) => !Number.isInteger(n) || (i > 0 && n <= numbers[i - 1]!)) ? [`numbers: ${numbers.join()}`] : [];
}

it.each(daysAsked)(
  'on %s the labels of a lifeline neither overlap nor are cut off or missing, and every period has its number',
  async asOf => {
    const faults: string[] = [];
    for (const id of kept.ids) {
      const s = await kept.as('en').standing(id, { asOf });
      faults.push(...numbersOf(s).map(f => `${id}: ${f}`));
      for (const language of languages)
        for (const drawing of drawingsOf(s, language))
          faults.push(...faultsOf(drawing).map(f => `${id} (${language}, ${drawing.width}): ${f}`));
    }
    expect(faults).toEqual([]);
  },
);

describe.each(languages)('a lifeline in %s', language => {
  it('draws a fan of five readings without overlapping texts', () => {
    const says = wordsIn(language).m.reckoning.allIntro;
    const days = [...['2028-07-19', '2028-07-20', '2029-09-14', '2029-09-15'].map(date), null];
    const fan = fanOf(
      'end',
      days.map((day, i) => ({ day, isFirstChoice: i === 0, says: `${says} ${says}` })),
    );
    const said = { words: wordsIn(language), names: { parties: [] }, measure: measured };
    expect([...faultsOf(wideFan(fan, said)), ...faultsOf(uprightFan(fan, said))]).toEqual([]);
  });
});

it('nine notices have four lanes, wide and upright, and the others are counted', async () => {
  const s = await kept.as('en').standing('nine-notices', { asOf: '2028-07-01' });
  expect(lifeOf(s, headlineOf(s)).notices).toHaveLength(9);
  for (const { shapes } of drawingsOf(s, 'en')) {
    const texts = shapes.flatMap(x => (x.kind === 'text' ? [x.text] : []));
    expect(texts.filter(t => t.startsWith('Notice '))).toEqual([1, 2, 3, 4].map(n => expect.stringMatching(`^Notice t${n} of`)));
    expect(texts).toContain('5 more notices');
    const brackets = shapes.filter(x => x.kind === 'path').filter(x => x.style === 'hair' && (x.d.match(/[HV]/g)?.length ?? 0) === 3);
    expect(new Set(brackets.map(b => b.d)).size).toBe(4);
  }
});

it('what has no lane is counted: two of six protocols in the wide drawing, four in the upright one', async () => {
  const s = await kept.as('en').standing('long-title', { asOf: '2028-07-01' });
  const counted = drawingsOf(s, 'en').map(({ shapes }) =>
    shapes.flatMap(x => (x.kind === 'text' ? (/\d more protocols/.exec(x.text)?.[0] ?? []) : [])),
  );
  expect(counted).toEqual([['2 more protocols'], ['4 more protocols']]);
});

it('a suspension is drawn as a ladder clear of the bands, with its days next to it', async () => {
  const s = await kept.as('en').standing('suspended', { asOf: '2028-07-01' });
  expect(s.suspensions).toEqual([
    { from: '2015-01-01', resumes: '2016-01-01' },
    { from: '2028-10-01', resumes: '2029-07-01' },
  ]);
  const life = lifeOf(s, headlineOf(s));
  const [wide, upright] = drawingsOf(s, 'en') as [Drawing, Drawing];
  const rungs = [wide, upright].map(d => d.shapes.filter(x => x.kind === 'rect').filter(x => x.fill === 'rungs'));
  expect(rungs.map(r => r.length)).toEqual([3, 2]); // both to scale, the coming one enlarged
  const bands = wide.shapes.filter(x => x.kind === 'rect').filter(x => ['cur', 'p1', 'p2', 'open', 'next'].includes(x.style));
  const covered = rungs[0]!.flatMap(r => bands.filter(b => r.y < b.y + b.height && b.y < r.y + r.height));
  expect(covered).toEqual([]);
  const said = upright.shapes.flatMap(x => (x.kind === 'text' ? x.text : [])).join(' ');
  expect(said.replaceAll('\u00a0', ' ')).toContain('1 Oct 2028 operation suspended, resumes on 1 Jul 2029');
  for (const { description } of [wide, upright]) expect(description).toContain(spansOf(life, wordsIn('en')));
});

it('what goes on on its own reading is hatched from the day on which another has ended it, and described so', async () => {
  const hatched = ({ shapes }: Drawing) =>
    shapes.filter(x => x.kind === 'rect' && x.fill === 'faint-hatch' && Math.max(x.width, x.height) > 100);
  const drawn = async (id: string) => {
    const s = await kept.as('en').standing(id, { asOf: '2028-07-01' });
    return { over: lifeOf(s, headlineOf(s)).overOnSome, drawings: drawingsOf(s, 'en') };
  };
  const military = await drawn('jp-kr-2016-military-information');
  expect(military.over).toBe(dayNumber(date('2019-11-23')));
  expect(military.drawings.map(d => hatched(d).length)).toEqual([2, 2]);
  for (const { description } of military.drawings) expect(description).toContain('on another reading out of force from 23');
  const { over, drawings } = await drawn('suspended');
  expect([over, ...drawings.map(d => hatched(d).length)]).toEqual([null, 0, 0]);
});

it('an agreement that continues without limit after its period is drawn to the end', async () => {
  const s = await kept.as('en').standing('ch-ir-1934-establishment', { asOf: '2028-07-01' });
  for (const { shapes } of drawingsOf(s, 'en')) {
    const bands = shapes.flatMap(x => (x.kind === 'rect' && x.style === 'cur' ? [Math.max(x.width, x.height)] : []));
    expect(Math.max(...bands)).toBeGreaterThan(80);
  }
});

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');
const textsOf = ({ shapes }: Drawing): string[] => shapes.flatMap(x => (x.kind === 'text' ? plain(x.text) : []));

it.each([
  ['at-us-1990-social-security', ['without limit of time']],
  ['ch-de-2004-heavy-vehicle-charge', ['until a condition is met']],
  ['eu-az-2013-visa-facilitation', ['duration not known']],
  ['at-us-2010-proceeds-of-crime', ['duration not known']],
  ['kz-az-2004-government-communications', []],
])('a lifeline with no end ahead says of %s what the text does: %j', async (id, said) => {
  const s = await kept.as('en').standing(id, { asOf: '2026-11-28' });
  const labels: string[] = Object.values(wordsIn('en').m.lifeline.noEnd);
  expect(textsOf(drawingsOf(s, 'en')[0]!).filter(t => labels.includes(t))).toEqual(said);
});

it('a signature known only within bounds is given no day of its own', async () => {
  const s = await kept.as('en').standing('at-us-2010-proceeds-of-crime', { asOf: '2026-11-28' });
  for (const drawing of drawingsOf(s, 'en')) expect(textsOf(drawing).join(' ')).not.toContain('26 Jun 2003');
});

it('a day lies inside its piece of the scale, and later days lie further', () => {
  const scale = scaleOf(
    [
      { from: 0, to: 1000, least: 0 },
      { from: 1000, to: 1014, least: 30 },
      { from: 1014, to: 1015, least: 16 },
    ],
    0,
    500,
  );
  expect(scale(1014) - scale(1000)).toBeCloseTo(30, 0);
  expect(scale(1015) - scale(1014)).toBeCloseTo(16, 0);
  const all = Array.from({ length: 1016 }, (_, d) => scale(d));
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(scale(1015)).toBe(500);
});

it('a wait of more than five years is cut', () => {
  const scale = scaleOf(
    [
      { from: 0, to: 100, least: 0 },
      { from: 100, to: 10_000, least: 0 },
      { from: 10_000, to: 10_100, least: 0 },
    ],
    0,
    1000,
  );
  expect(scale.cuts).toEqual([{ from: 100, to: 10_000 }]);
  expect(scale(100)).toBeGreaterThan(40);
});

it('a text is broken between words if it is wider than its room', () => {
  expect(inRoom('one two three', measured('one two', 14), 14, false, measured)).toEqual(['one two', 'three']);
  expect(inRoom('one', 1, 14, false, measured)).toEqual(['one']);
});

describe('a window for notice that opens only later', () => {
  const barredFor = (length: string) =>
    given({ termination: { when: 'afterFirstPeriod', article: 'art. 13', bars: 'giving', barredFor: length, notice: 'P6M' } });
  const drawn = (agreement: Agreement, language: Language): { wide: Drawing; upright: Drawing } => {
    const s = on('2022-01-01', inForceFrom('2020-09-15'), agreement);
    const [life, said] = [lifeOf(s, headlineOf(s)), { words: wordsIn(language), names: agreement, measure: measured }];
    return { wide: wideLifeline(life, said), upright: uprightLifeline(life, said) };
  };

  it.each([
    ['en', 'Notice from 16 Sep 2023'],
    ['ru', 'Уведомление с 16 сентября 2023'],
    ['kk', 'Хабарлама 2023 жылғы 16 қыркүйек күнінен бастап'],
    ['az', 'Bildiriş 16 sentyabr 2023 tarixindən'],
  ] as const)('is drawn from the day on which it opens, which its labels and its description give in %s', (language, label) => {
    const { wide, upright } = drawn(barredFor('P3Y'), language);
    for (const drawing of [wide, upright]) {
      expect(faultsOf(drawing)).toEqual([]);
      expect(plain(drawing.description)).toContain(label);
      expect(plain(drawing.shapes.flatMap(x => (x.kind === 'text' ? x.text : [])).join(' '))).toContain(label);
    }
  });

  it.each(['P3Y', 'P53M20D'])('is drawn as in force, not as open, between today and that day, after %s', length => {
    const { wide, upright } = drawn(barredFor(length), 'en');
    const firstOpen = ({ shapes }: Drawing, at: 'x' | 'y'): number =>
      Math.min(...shapes.flatMap(x => (x.kind === 'rect' && x.style === 'open' ? x[at] : [])));
    const todayAt = ({ shapes }: Drawing, at: 1 | 2): number =>
      Math.max(...shapes.flatMap(x => (x.kind === 'path' && x.style === 'hair' ? Number(/^M([\d.]+) ([\d.]+)/.exec(x.d)![at]) : [])));
    expect(firstOpen(wide, 'x')).toBeGreaterThan(todayAt(wide, 1) + 20);
    expect(firstOpen(upright, 'y')).toBeGreaterThan(todayAt(upright, 2) + 20);
  });
});

it('every letter of the four languages has its width in the served font', () => {
  const letters = 'әғқңөұүһіӘҒҚҢӨҰҮҺІəğıöşüçƏĞİÖŞÜÇабвгдеёжщьыъэюя0123456789–…№«»’';
  const unknown = [...letters].filter(l => measured(l, 100) === 100);
  expect(unknown).toEqual([]);
});

it('days are numbered in calendar order', () => {
  expect(dayOfNumber(dayNumber(date('2029-03-14')))).toBe('2029-03-14');
  expect(dayNumber(date('2029-03-01')) - dayNumber(date('2029-02-28'))).toBe(1);
});
