/**
 * The comparison with the register, without a server: the timers of a history, the differences in words, silence, and what a day may
 * change.
 */
import { defaultDataConverter, defaultPayloadConverter } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time.js';
import { describe, expect, it, test } from 'vitest';
import { descriptionHash } from '../dossier/description.ts';
import { differencesOf, leeway, instantToCompare } from '../reconciliation/differences.ts';
import { actSentence } from '../wording/acts/sentence.ts';
import { differenceIn } from '../wording/differences/sentence.ts';
import { wordings } from '../wording/index.ts';
import { expectedOf, type Expected } from '../reconciliation/expected.ts';
import type { ObservedWorkflow } from '../reconciliation/observed.ts';
import { PendingTimers } from '../reconciliation/pending.ts';
import { silenceOf } from '../reconciliation/silence.ts';
import { fewAtOnce, mapConcurrently } from '../reconciliation/map-concurrently.ts';
import { dossierOf, planFor } from '../dossier/dossier.ts';
import { underWay } from '../reconciliation/open-workflows.ts';
import { date } from '../clauses/calendar.ts';
import { actKey, type Act } from '../machines/acts.ts';
import { longestTimer } from '../machines/limits.ts';
import type { Line, Row } from '../register/types.ts';
import { stories } from './support/stories.ts';
import { inForceFrom, testAgreement } from './support/test-agreement.ts';

const at = Date.UTC(2029, 2, 14, 20);
const day = 86_400_000;
const label = { code: 'lastDayForNotice', args: {} } as const;
const says = { code: 'dueOn', args: { label, day: date('2029-03-14'), basis: 'art. 13' } } as const;
const timer = { name: 'lastDayForNotice', day: date('2029-03-14'), at, says, summary: 'Last day for notice: 14 Mar 2029, art. 13' };
const armed = { summary: timer.summary, started: at - 400 * day, fires: at + 120 };

const expected: Expected = {
  kind: 'agreement',
  workflowId: 'agreement/a',
  runs: true,
  says: { law: '1', status: 'inForce' },
  timers: [timer],
  undone: [],
  inForce: { hasDates: true },
};
const found: ObservedWorkflow = { runs: true, task: undefined, isAtWork: false, says: expected.says, pending: [armed] };
const act = { kind: 'announce', what: 'suspension', on: date('2022-02-01'), basis: 'art. 13', params: { from: date('2022-02-01') } } as Act;
const undone = { what: 'act', code: 'notInOutbox', act } as const;
const suspended = actSentence(act, wordings.en);
const none: ObservedWorkflow = { runs: false, task: undefined, isAtWork: false, says: undefined, pending: [] };

describe('a difference between workflow and register', () => {
  test.each<[rule: string, Partial<Expected>, Partial<ObservedWorkflow>, said: string[]]>([
    ['a workflow that matches the register has none', {}, {}, []],
    ['a timer armed a moment after the plan is the same timer', {}, { pending: [{ ...armed, fires: at + 90_000 }] }, []],
    [
      'a timer of another instant is named with both',
      {},
      { pending: [{ ...armed, fires: at + day }] },
      ['timer: The timer “Last day for notice: 14 Mar 2029, art. 13” fires at 2029-03-15T20:00:00Z, not at 2029-03-14T20:00:00Z.'],
    ],
    [
      'a timer that would fire before its date is another timer',
      {},
      { pending: [{ ...armed, fires: at - 2000 }] },
      ['timer: The timer “Last day for notice: 14 Mar 2029, art. 13” fires at 2029-03-14T19:59:58Z, not at 2029-03-14T20:00:00Z.'],
    ],
    [
      'a missing timer is named',
      {},
      { pending: [] },
      ['timer: There is no timer “Last day for notice: 14 Mar 2029, art. 13” (lastDayForNotice, 2029-03-14T20:00:00Z).'],
    ],
    [
      'a superfluous timer is named',
      { timers: [] },
      {},
      ['timer: The timer “Last day for notice: 14 Mar 2029, art. 13” (2029-03-14T20:00:00.120Z) is set, but nothing requires it.'],
    ],
    [
      'the same timer twice is one too many',
      {},
      { pending: [armed, armed] },
      ['timer: The timer “Last day for notice: 14 Mar 2029, art. 13” (2029-03-14T20:00:00.120Z) is set, but nothing requires it.'],
    ],
    [
      'a timer longer than Temporal allows is armed for as long as it allows',
      { timers: [{ ...timer, at: at + 2 * longestTimer }] },
      { pending: [{ ...armed, started: at, fires: at + longestTimer }] },
      [],
    ],
    [
      'what a workflow reports is compared value by value',
      { says: { law: '2', status: 'terminated' } },
      {},
      ['standing: version of the rules: 1; by the register: 2.', 'standing: status: in force; by the register: terminated.'],
    ],
    ['a missing workflow is named without its timers', {}, none, ['missing: No workflow runs.']],
    [
      'a workflow running although the agreement is over is named',
      { runs: false },
      {},
      ['open: It runs, though by the register it has ended.'],
    ],
    ['no workflow is needed once the agreement is over', { runs: false }, none, []],
    [
      'a workflow is missing if the agreement is over and an act still undone',
      { runs: false, undone: [undone] },
      none,
      ['missing: No workflow runs.', `act: An act is not in the outbox: ${suspended}`],
    ],
    [
      'a workflow whose task fails is named with the attempt',
      {},
      { says: undefined, task: { attempt: 4, since: at } },
      ['frozen: It makes no progress: its workflow task is at attempt 4. The worker’s log and the Temporal UI show what fails.'],
    ],
    [
      'a workflow on a foreign task queue is named with the queue',
      {},
      { elsewhere: 'theirs' },
      ['frozen: It runs on the task queue theirs, which is not servanda’s: somebody else started it.'],
    ],
    [
      'a workflow whose task nobody takes is named with the time',
      {},
      { says: undefined, task: { attempt: 1, since: at } },
      ['stuck: No worker has taken its workflow task since 2029-03-14T20:00:00Z. Check that one is running.'],
    ],
    ['one that does not answer is named', {}, { says: undefined }, ['stuck: It does not answer. See the worker’s log.']],
    [
      'an act that the outbox lacks, or should have withdrawn, is named',
      { undone: [undone, { ...undone, code: 'notWithdrawn' }] },
      {},
      [`act: An act is not in the outbox: ${suspended}`, `act: An act is not withdrawn: ${suspended}`],
    ],
  ])('%s', (_, more, is, said) => {
    const all = differencesOf({ ...expected, ...more }, { ...found, ...is });
    expect(all.map(d => [d.workflowId, `${d.what}: ${differenceIn(d, wordings.en)}`])).toEqual(said.map(s => ['agreement/a', s]));
  });
});

describe('a firing timer', () => {
  test.each([
    ['before it is due, the workflow stands at now', armed.fires - 1, armed.fires - 1],
    ['while it fires, on the day before', armed.fires, armed.fires - 3_600_000],
    ['has been missed a quarter of an hour later', armed.fires + leeway, armed.fires + leeway],
  ])('%s', (_, now, stands) => {
    expect(instantToCompare(found, now)).toBe(stands);
  });
});

describe('an agreement', () => {
  const now = at - day;
  test.each<[rule: string, Partial<Expected>, ObservedWorkflow, said: string | undefined]>([
    ['in force with a pending timer is not silent', {}, found, undefined],
    ['in force without a workflow is silent', {}, none, 'noWorkflow'],
    ['in force without a timer is silent', {}, { ...found, pending: [] }, 'noTimer'],
    ['in force with a timer that is long overdue is silent', {}, { ...found, pending: [{ ...armed, fires: now - leeway - 1 }] }, 'noTimer'],
    ['in force with a timer that is just firing is not silent', {}, { ...found, pending: [{ ...armed, fires: now - 1 }] }, undefined],
    ['in force without limit of time needs no timer', { inForce: { hasDates: false }, timers: [] }, { ...found, pending: [] }, undefined],
    ['in force without limit of time needs a running workflow', { inForce: { hasDates: false } }, none, 'noWorkflow'],
    ['not in force is not silent', { inForce: undefined }, none, undefined],
  ])('%s', (_, more, is, said) => {
    expect(silenceOf({ ...expected, ...more }, is, now)).toBe(said);
  });
});

describe('the pending timers of a history', () => {
  const started = (timerId: string, summary: string) => ({
    eventTime: msToTs(at),
    timerStartedEventAttributes: { timerId, startToFireTimeout: msToTs(1500) },
    userMetadata: { summary: defaultPayloadConverter.toPayload(summary) },
  });
  const fired = (timerId: string) => ({ timerFiredEventAttributes: { timerId } });
  const canceled = (timerId: string) => ({ timerCanceledEventAttributes: { timerId } });
  const taken = { workflowTaskCompletedEventAttributes: {} };
  const converter = { ...defaultDataConverter, payloadConverter: defaultPayloadConverter } as never;
  const summaries = async (...pages: object[][]) => {
    const timers = new PendingTimers();
    for (const page of pages) timers.take(page);
    return (await timers.all(converter)).map(t => t.summary);
  };

  it('are those started and neither fired nor cancelled, over all pages', async () => {
    expect(await summaries([started('1', 'a'), started('2', 'b'), taken], [started('3', 'c'), canceled('1')])).toEqual(['b', 'c']);
  });

  it('include one that has fired until the workflow has consumed it', async () => {
    expect(await summaries([started('1', 'a'), taken], [fired('1')])).toEqual(['a']);
    expect(await summaries([started('1', 'a'), taken], [fired('1'), taken])).toEqual([]);
  });

  it('fire at their start plus the duration that was set', async () => {
    const timers = new PendingTimers();
    timers.take([started('1', 'a')] as never);
    expect(await timers.all(converter)).toEqual([{ summary: 'a', started: at, fires: at + 1500 }]);
  });
});

/** The rows of a story, all known from the beginning. */
function rowsOf({ agreement, when }: (typeof stories)[number]): Row[] {
  const described = { type: 'described', id: 'description-1', hash: descriptionHash(agreement), content: agreement } as Line;
  return [described, ...when.map(w => w.entry as unknown as Line)].map((entry, i) => ({
    agreement: agreement.id,
    seq: i + 1,
    entry,
    entered: { by: 'test', at: Date.UTC(2059, 0, 1) },
  }));
}

const dossierFrom = (id: string, rows: Row[], done: readonly Act[] = []) => {
  const outbox = done.map((body, i) => ({ seq: i + 1, agreement: id, act: actKey(body), step: 'performed' as const, body, at: 0 }));
  return dossierOf(id, { rows, outbox, place: rows.length, trusted: [] }, true);
};

/** In force since a day within bounds whose earliest and latest day are in different periods. */
const withinBounds = ['2055-01-01', '2059-06-01', '2060-03-01'].flatMap(notBefore =>
  [30, 500, 3000].map(days => {
    const date = { notBefore, notAfter: new Date(Date.parse(notBefore) + days * day).toISOString().slice(0, 10) };
    const entry = { id: 'e', type: 'entry.agreed', on: notBefore, published: true, date };
    const signed = { id: 's', type: 'signed', on: '2050-05-14' };
    return {
      name: `in force since ${days} days from ${notBefore}`,
      agreement: testAgreement('bounded'),
      when: [signed, entry].map(e => ({ entry: e })),
    };
  }),
);

test('with days within bounds, the bounds, the statuses and the safe day are compared', () => {
  const rows = rowsOf(withinBounds[0] as never);
  const [one] = expectedOf(dossierFrom('bounded', rows), Date.UTC(2060, 0, 1, 12), wordings.en) as [Expected];
  const said = 'in force, entry into force 1 Jan 2055 to 31 Jan 2055, safe day 30 Jun 2064';
  const answer = { ...found, says: { ...one.says, within: { ...one.says.within!, safe: date('2064-07-30') } }, pending: [] };
  expect(differencesOf({ ...one, timers: [], undone: [] }, answer).map(d => differenceIn(d, wordings.en))).toEqual([
    `known within bounds: ${said.replace('30 Jun', '30 Jul')}; by the register: ${said}.`,
  ]);
});

describe('a day on which nothing falls due', () => {
  it.each([...stories, ...(withinBounds as never as typeof stories)])('changes nothing that is compared: $name', story => {
    const dossier = dossierFrom(story.agreement.id, rowsOf(story));
    const expectedAt = (now: number) => {
      const [{ says, timers, runs }] = expectedOf(dossier, now, wordings.en) as [Expected];
      return { says, timers, runs };
    };
    let now = Date.UTC(2060, 0, 1, 12);
    let steps = 0;
    for (let next = expectedAt(now); next.timers[0] && steps < 12; next = expectedAt(now), steps += 1) {
      const { at: due } = next.timers[0];
      expect(expectedAt(due - 1)).toEqual(next);
      now = due;
    }
    expect(steps).toBeGreaterThan(2);
  });
});

describe('an agreement that is over', () => {
  const agreement = testAgreement('ended');
  const facts = [...inForceFrom('2021-03-10'), { id: 't', type: 'termination.notified', by: 'AZ', received: '2025-01-20' }];
  const rows = rowsOf({ agreement, when: facts.map(entry => ({ entry })) } as never);
  const now = Date.UTC(2060, 0, 1, 12);
  const owed = planFor(dossierFrom('ended', rows), now).owed.map(o => o.act);
  const kept = (done: readonly Act[]) => {
    const dossier = dossierFrom('ended', rows, done);
    return {
      started: underWay(dossier, now, 'en').map(u => u.workflowId),
      differs: differencesOf(expectedOf(dossier, now, wordings.en)[0]!, none).map(d => d.what),
    };
  };

  it('needs no workflow once everything is done', () => {
    expect(kept(owed)).toEqual({ started: [], differs: [] });
  });
  it('is onboarded while an act of its end is owed', () => {
    expect(owed.map(act => act.what)).toContain('termination');
    expect(kept(owed.filter(act => act.what !== 'termination'))).toEqual({ started: ['agreement/ended'], differs: ['missing', 'act'] });
  });
});

describe('concurrent work', () => {
  it('never exceeds the allowed concurrency, and all of it is done', async () => {
    let [running, most, done] = [0, 0, 0];
    await mapConcurrently(
      Array.from({ length: 50 }, (_, i) => i),
      fewAtOnce,
      async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        done += 1;
      },
    );
    expect({ most, done }).toEqual({ most: fewAtOnce, done: 50 });
  });

  it('stops starting after a failure, waits for what is in progress, and rethrows the failure', async () => {
    const ended: number[] = [];
    const failing = mapConcurrently([1, 2, 3, 4, 5, 6], 2, async n => {
      if (n === 1) throw new Error('the server has gone');
      await new Promise(resolve => setImmediate(resolve));
      ended.push(n);
    });
    await expect(failing).rejects.toThrow('the server has gone');
    expect(ended).toEqual([2]);
  });
});
