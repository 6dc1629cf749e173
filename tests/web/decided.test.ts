/** Once renewal is decided, pages say so, and until when it can be changed; before a late decision, what a notice no longer prevents. */
import { afterAll, expect, it } from 'vitest';
import { loadAgreement, loadFacts } from '../../agreements/load.ts';
import { languages } from '../../clauses/desk.ts';
import { wordings } from '../../wording/index.ts';
import { message } from '../../wording/message.ts';
import { webMessages } from '../../wording/web/words.ts';
import { newSigningKey } from '../../secrets/signing-key.ts';
import { inProcess } from '../support/cli.ts';
import { deskOver, now } from '../support/desk.ts';
import { keepIn, projectIn } from '../support/register-of.ts';
import { drafted } from '../law/notice-setup.ts';
import { inForceFrom, testAgreement } from '../support/test-agreement.ts';

const { agreement } = loadAgreement('docs/rehearsal.yaml');
const facts = loadFacts('docs/rehearsal-facts.yaml', agreement).filter(f => f.id !== 't1');
const decision = {
  id: 'decision-1',
  type: 'decision.made',
  by: 'KZ',
  on: '2028-06-15',
  person: 'minister',
  authority: 'instruction 17',
  decision: 'renew',
};

/** A notice ends the agreement only at the end of a year; silence renews it for five years. */
const endedWithTheYear = {
  duration: { kind: 'periods', article: 'art. 13', first: 'P5Y', renewal: { kind: 'automatic', length: 'P5Y' } },
  termination: { when: 'onFixedDays', article: 'art. 13', days: ['12-31'], notice: 'P3M' },
};

/** To give notice, with its draft; then decided otherwise, and the draft recalled, if so. */
const draftNumber = 'decision-1-notice';
const noticeStep = (notice: string, n: number, step: object) => ({ type: 'notice.step', id: `notice.${notice}.${n}`, notice, step });
const draftStep = (n: number, step: object) => noticeStep(draftNumber, n, step);
const replaced = (id: string, ...more: object[]) => {
  const { step } = drafted('2028-06-15', { agreement: id, number: draftNumber });
  const renewed = { ...decision, id: 'decision-2', on: '2028-06-16' };
  return {
    content: { ...agreement, id, rehearsal: true },
    facts: [...facts, { ...decision, decision: 'terminate' }, draftStep(0, step), renewed, ...more] as typeof facts,
  };
};
/** Drafted by hand, without a decision: of each Party, of another kind, and as far as it came. */
function byHand() {
  const approved = { type: 'notice.approved', by: 'counsellor', at: '2028-06-15' };
  const sent = { type: 'notice.dispatched', by: 'registry', on: '2028-06-15', at: '2028-06-15' };
  const returned = { type: 'notice.returned', by: 'registry', reason: 'courier turned back', at: '2028-06-15' };
  const begun = (number: string, content: object, ...more: object[]) =>
    [drafted('2028-06-15', { agreement: 'by-hand', number, content }).step, ...more].map((step, n) => noticeStep(number, n, step));
  const termination = { kind: 'termination', by: 'KZ' };
  const steps = [
    ...begun('drafted', termination),
    ...begun('approved', termination, approved),
    ...begun('returned', termination, approved, sent, returned),
    ...begun('sent', termination, approved, sent),
    ...begun('recalled', termination, recalled),
    ...begun('theirs', { kind: 'termination', by: 'AZ' }),
    ...begun('letter', { kind: 'free', by: 'KZ', subject: 'a visit', text: 'The Ministry has the honour.' }),
  ];
  return { content: { ...agreement, id: 'by-hand', rehearsal: true }, facts: [...facts, ...steps] as typeof facts };
}
const recalled = { type: 'notice.recalled', by: 'minister', reason: 'renewal was decided', at: '2028-06-17' };

const over = await deskOver(async home => {
  const kept = ['renew', 'terminate'].map(made => ({
    content: { ...agreement, id: made, rehearsal: false },
    facts: [...facts, { ...decision, decision: made }],
  }));
  kept.push({ content: { ...testAgreement('late'), rehearsal: false }, facts: inForceFrom('2003-09-15') as typeof facts });
  const clauses = { ...testAgreement('yearly').clauses, ...endedWithTheYear };
  kept.push({
    content: { ...testAgreement('yearly', { clauses }), rehearsal: false },
    facts: [...inForceFrom('2004-03-15'), decision] as never,
  });
  const rehearsals = [replaced('replaced'), replaced('recalled', draftStep(1, recalled)), byHand()];
  await keepIn(home, [...kept, ...rehearsals], Date.UTC(2028, 5, 20));
  await projectIn(
    home,
    kept.map(k => k.content.id),
    now,
  );
});
afterAll(() => over.remove());
const browser = await over.browser();
const textOf = async (path: string): Promise<string> =>
  (await (await browser.get(path)).text()).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

it('the page of an agreement whose renewal is decided says until when that can be changed', async () => {
  const page = await textOf('/agreements/renew?lang=en');
  expect(page).toMatch(/Renewal is decided; it can be changed until 28 Feb 2029 \(in 242 days\)/);
  expect(page.slice(0, page.indexOf('Lifeline'))).not.toMatch(/Send by|Record a decision/);
  expect(await textOf('/agreements/terminate?lang=en')).toMatch(/Send by 28 Feb 2029/);
});

it.each(languages)('its lifeline, wide, upright and in words, says that it is decided, in %s', async language => {
  const m = webMessages[language].lifeline;
  const left = (text: string): string => message(text, wordings[language].locale, { count: 242, n: '242' });
  const pageOf = async (id: string): Promise<string> => (await browser.get(`/agreements/${id}?lang=${language}`)).text();
  const drawn = (page: string, kind: string): string => {
    const svg = new RegExp(`<svg class="${kind}".*?</svg>`, 's').exec(page)![0];
    return svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  };
  const [decided, open] = [await pageOf('renew'), await pageOf('terminate')];
  const lead = (text: string): string => text.replace(/\{day\}.*/, '').trim();
  for (const kind of ['wide', 'tall']) {
    expect(drawn(decided, kind).split(lead(m.changeable)).length).toBeGreaterThan(2);
    expect(drawn(decided, kind)).not.toContain(lead(m.sendBy));
    expect(drawn(decided, kind)).not.toContain(left(m.daysToSend));
    expect(drawn(open, kind)).toContain(lead(m.sendBy));
    expect(drawn(open, kind)).not.toContain(lead(m.changeable));
  }
  expect(drawn(decided, 'wide')).toContain(left(m.daysToChange));
});

it('the check page of another decision names the one that it replaces, and the notice that will be drafted', async () => {
  const path = '/agreements/renew/decide?lang=en';
  const given = { decision: 'terminate', for: 'KZ', person: 'minister', authority: 'instruction 18' };
  const answer = await browser.post(path, { ...given, ...(await browser.own(path)) });
  const page = (await answer.text()).replaceAll(/<[^>]*>/g, ' ');
  expect(page).toContain('A decision stands: renew, by minister, on 15 Jun 2028; this replaces it.');
  expect(page).toContain('A notice of termination will be drafted for this decision');
});

it('a decision that replaces one to give notice names the draft that it leaves open, at the desk and at the command line', async () => {
  const path = '/agreements/replaced/decide?lang=en';
  const given = { decision: 'negotiate', for: 'KZ', person: 'minister', authority: 'instruction 18' };
  const page = (await (await browser.post(path, { ...given, ...(await browser.own(path)) })).text()).replaceAll(/<[^>]*>/g, ' ');
  expect(page).toContain(`stays open and is not sent automatically: ${draftNumber}. If it is no longer wanted, recall it.`);
  const decide = async (id: string, party = 'KZ'): Promise<string> => {
    const asked = ['decide', id, '--negotiate', '--by', 'minister', '--authority', 'instruction 18', '--for', party];
    return (await inProcess(asked, { env: { SERVANDA_HOME: over.home }, now })).stderr.replaceAll(/\s+/g, ' ');
  };
  expect(await decide('replaced')).toContain(`is not sent automatically: ${draftNumber}.`);
  expect(await decide('recalled')).not.toMatch(/stays open/);
  const ofOther = await decide('replaced', 'AZ');
  expect(ofOther).toContain('A decision stands: renew');
  expect(ofOther).not.toContain(draftNumber); // another Party's draft is not AZ's to recall
});

/** The notices that the preview of a decision names. */
const leftOpen = async (id: string, party: string): Promise<string | undefined> => {
  const asked = ['decide', id, '--renew', '--by', 'minister', '--authority', 'instruction 18', '--for', party];
  const { stderr } = await inProcess(asked, { env: { SERVANDA_HOME: over.home }, now });
  return /: ([^:]*)\. (?:Recall|If it is)/.exec(stderr.replaceAll(/\s+/g, ' '))?.[1];
};

it('a decision names each notice of termination that its Party drafted by hand and has not sent, and no other', async () => {
  expect(await leftOpen('by-hand', 'KZ')).toBe('drafted, approved and returned');
  expect(await leftOpen('by-hand', 'AZ')).toBe('theirs');
  const path = '/agreements/by-hand/decide?lang=en';
  const given = { decision: 'renew', for: 'KZ', person: 'minister', authority: 'instruction 18' };
  const page = (await (await browser.post(path, { ...given, ...(await browser.own(path)) })).text()).replaceAll(/<[^>]*>/g, ' ');
  expect(page).toContain(
    'stay open and are not sent automatically: drafted, approved and returned. Recall those that are no longer wanted.',
  );
});

it('whoever approves or sends that draft reads first that it was decided otherwise', async () => {
  const path = `/agreements/replaced/notices/${draftNumber}/approve?lang=en`;
  const page = (await (await browser.post(path, await browser.own(path))).text()).replaceAll(/<[^>]*>/g, ' ');
  const otherwise = 'Decided otherwise: the decision in effect is to renew, by minister, on 16 Jun 2028.';
  expect(page).toContain(otherwise);
  const shown = async (id: string): Promise<string> =>
    (await inProcess(['notice', 'show', id, draftNumber, '--dry-run'], { env: { SERVANDA_HOME: over.home }, now })).stdout.replaceAll(
      /\s+/g,
      ' ',
    );
  expect(await shown('replaced')).toContain(otherwise);
  const closed = await shown('recalled');
  expect(closed).toContain('It is no longer to be sent or accepted, so nothing is simulated.');
  expect(closed).not.toMatch(/If it is sent|Decided otherwise/);
});

it('Today lists it as one to watch, and asks nobody to decide or to send', async () => {
  const page = await textOf('/?lang=en');
  const [before, watched] = page.split(' Watch ');
  expect(watched).toMatch(/can be changed until 28 Feb 2029/);
  expect(before).toMatch(/send by 28 Feb 2029/);
  expect(before).not.toMatch(/can be changed/);
});

it('the list of deadlines says that its day is the last to change the decision', async () => {
  const page = await textOf('/deadlines?lang=en');
  expect(page.match(/can be changed until 28 Feb 2029/g)).toHaveLength(1);
  expect(page.match(/28 Feb 2029/g)!.length).toBeGreaterThan(1);
});

it('the headline follows the decision also if a notice takes effect only on fixed days', async () => {
  const page = await textOf('/agreements/yearly?lang=en');
  const sentences = page.slice(0, page.indexOf('Lifeline'));
  expect(sentences).toMatch(/Renewal is decided; it can be changed until 16 Sep 2028 \(in 77 days\)/);
  expect(sentences).not.toMatch(/Send by/);
  expect((await textOf('/?lang=en')).split(' Watch ')[1]).toMatch(/can be changed until 16 Sep 2028/);
  const today = await (await browser.get('/?lang=en')).text();
  expect(today).toMatch(/<li class="we k"><a href="\/agreements\/yearly/);
  expect(today).not.toMatch(/<li class="(?:we )?s"><a href="\/agreements\/yearly/);
});

it('lists ask for no notice that nobody has to send', async () => {
  const list = await textOf('/agreements?lang=en');
  const lists = [list, (await inProcess(['agreement', 'list'], { env: { SERVANDA_HOME: over.home }, now })).stdout];
  for (const list of lists.map(l => l.replaceAll(/\s+/g, ' '))) {
    expect(list.match(/decision to let it renew can be changed by a notice sent by then/g)).toHaveLength(2);
    expect(list.match(/last day to send a notice/g)).toHaveLength(1); // it is decided to give one
  }
});

it('a title in a language other than that of the page is marked with its language', async () => {
  const titled = async (language: string): Promise<string[]> =>
    Promise.all(['/agreements/yearly', '/agreements', '/'].map(async path => (await browser.get(`${path}?lang=${language}`)).text()));
  for (const page of await titled('kk')) expect(page).toContain('<span lang="en">Rehearsal yearly</span>');
  for (const page of await titled('en')) expect(page).not.toContain('Rehearsal yearly</span>');
});

it('the form for a decision says first, after the safe day, what a notice no longer prevents', async () => {
  expect(await textOf('/agreements/late/decide?lang=en')).toMatch(
    /Renewed on 15 or 16 Sep 2028 .*The time to prevent renewal by notice is past.*a notice of termination would still end the agreement/,
  );
  expect(await textOf('/agreements/renew/decide?lang=en')).not.toMatch(/is past/);
});

it.each(languages)('every answer says that a decision comes late in the same way, in %s', async language => {
  const page = await textOf(`/agreements/late/decide?lang=${language}`);
  const { lateDecision } = await over.desk.asker({ person: 'officer', language }).servanda.standing('late');
  expect(lateDecision).toMatchObject({ code: 'renews', renewsOn: ['2028-09-15', '2028-09-16'] });
  const [, past] = lateDecision!.sentence.split('. ');
  expect(page).toContain(past!.slice(0, past!.indexOf(' (')));
  const asked = ['decide', 'late', '--renew', '--by', 'minister', '--authority', 'instruction 17', '--for', 'KZ', '--language', language];
  const { code, stderr } = await inProcess(asked, { env: { SERVANDA_HOME: over.home }, now });
  expect(code).not.toBe(0);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain(lateDecision!.sentence.replaceAll(/\s+/g, ' '));
});

it('no answer says it for a decision that is in time', async () => {
  const asked = ['decide', 'renew', '--renew', '--by', 'minister', '--authority', 'instruction 17'];
  const { stderr } = await inProcess(asked, { env: { SERVANDA_HOME: over.home }, now });
  expect(stderr).toContain('Decided for KZ by minister: renew');
  expect(stderr).not.toMatch(/is past|Too late/);
  expect((await over.desk.asker({ person: 'officer', language: 'en' }).servanda.standing('renew')).lateDecision).toBeNull();
});

it('once an authority is trusted, a decision names no draft to who may not see it', async () => {
  expect(await leftOpen('by-hand', 'KZ')).toBe('drafted, approved and returned');
  const authority = newSigningKey();
  const registers = await over.desk.base.registers();
  const change = { kid: authority.kid, x: authority.x, state: 'trusted', reason: 'first' } as const;
  await registers.of(true).trust(change, { by: 'operator', at: now });
  expect(await leftOpen('by-hand', 'KZ')).toBeUndefined();
});
