/** The static check of the machines: none has a fault that the types allow, and the check finds each such fault. */
import { describe, expect, it } from 'vitest';
import { and, assign, emit, fromPromise, not, raise, setup, spawnChild, type AnyStateMachine } from 'xstate';
import { machines } from '../../machines/index.ts';
import { dueOrder } from '../../machines/labels.ts';
import { machineFaults } from '../support/machine-faults.ts';

describe('the machines of the law', () => {
  it.each(Object.entries(machines))(
    '%s: define what they use, use what they define, reach every state, and have an article on each',
    (_, machine) => {
      expect(machineFaults(machine)).toEqual([]);
    },
  );

  it('give every delay of agreement and protocol a place in the order within a day', () => {
    const delays = [machines.agreement, machines.protocol].flatMap(m => Object.keys(m.implementations.delays));
    expect([...new Set(delays)].sort()).toEqual([...dueOrder].sort());
  });
});

const sound = setup({
  guards: { isReady: () => true, isLate: () => false },
  actions: { note: assign({}) },
  delays: { periodEnd: 1 },
});
const meta = { article: 'art. 1' };

/** A machine of two states around what is tested; `more` are further transitions of the first. */
const around = (more: object, also: object = {}): AnyStateMachine =>
  sound.createMachine({
    initial: 'open',
    states: {
      open: {
        meta,
        on: { closed: { target: 'shut', guard: and(['isReady', not('isLate')]), actions: 'note' }, ...more },
        after: { periodEnd: 'shut' },
        ...also,
      },
      shut: { type: 'final', meta },
    },
  } as never) as unknown as AnyStateMachine;

describe('the check of a machine', () => {
  it('finds nothing in a sound machine', () => {
    expect(machineFaults(around({}))).toEqual([]);
  });

  it('finds an undefined delay, which would fire at once', () => {
    expect(machineFaults(around({}, { after: { perodEnd: 'shut', periodEnd: 'shut' } }))).toEqual([
      expect.stringContaining("open: no delay 'perodEnd'"),
    ]);
  });

  it('finds a delay that is a number and not a date', () => {
    expect(machineFaults(around({}, { after: { 1000: 'shut', periodEnd: 'shut' } }))).toEqual([
      expect.stringContaining('delay 1000 is a number'),
    ]);
  });

  it('finds an undefined action', () => {
    expect(machineFaults(around({ noted: { actions: 'ntoe' } }))).toEqual([expect.stringContaining("open: no action 'ntoe'")]);
  });

  it('finds an undefined guard, also inside others', () => {
    expect(machineFaults(around({ noted: { guard: 'isRedy', target: 'shut' } }))).toEqual([
      expect.stringContaining("open: no guard 'isRedy'"),
    ]);
    expect(machineFaults(around({ noted: { guard: and(['isReady', not('isLat')]), target: 'shut' } }))).toEqual([
      expect.stringContaining("no guard 'isLat'"),
    ]);
  });

  it('finds a misspelt initial state, of a machine and of a nested state', () => {
    const machine = setup({}).createMachine({ initial: 'opne', states: { open: { meta } } } as never) as unknown as AnyStateMachine;
    expect(machineFaults(machine)).toEqual(["(machine): no initial state 'opne'", "(machine).open: can't be reached"]);
    const nested = around({}, { initial: 'ajra', states: { ajar: { meta } } });
    expect(machineFaults(nested)).toEqual([
      expect.stringContaining("open: no initial state 'ajra'"),
      expect.stringContaining("open.ajar: can't be reached"),
    ]);
    const object = around({}, { initial: { target: 'ajar' }, states: { ajar: { meta } } });
    expect(machineFaults(object)).toEqual([]);
  });

  it('finds a state that no transition leads to, and accepts entry through a nested state', () => {
    const states = { begun: { meta }, never: { meta, on: { missed: 'never' } } };
    expect(machineFaults(around({}, { initial: 'begun', states }))).toEqual([expect.stringContaining("open.never: can't be reached")]);
    const machine = sound.createMachine({
      initial: 'here',
      states: {
        here: {
          meta,
          on: { moved: { target: 'there.second', guard: and(['isReady', 'isLate']), actions: 'note' } },
          after: { periodEnd: 'there.second' },
        },
        there: { meta, initial: 'first', states: { first: { meta }, second: { meta } } },
      },
    });
    expect(machineFaults(machine)).toEqual(["(machine).there.first: can't be reached"]);
  });

  it('accepts every region of a parallel state as reached', () => {
    const region = { meta, initial: 'one', states: { one: { meta } } };
    expect(machineFaults(around({}, { type: 'parallel', states: { left: region, right: region } }))).toEqual([]);
  });

  it('finds a state without an article', () => {
    expect(machineFaults(around({}, { meta: { summary: 'none' } }))).toEqual([expect.stringContaining('open: no article')]);
    expect(machineFaults(around({}, { meta: undefined }))).toEqual([expect.stringContaining('open: no article')]);
  });

  it('finds an invoked or spawned actor, and a message sent by a named action', () => {
    const actor = fromPromise(async () => 1);
    expect(machineFaults(around({}, { invoke: { src: actor } }))).toEqual(
      expect.arrayContaining([expect.stringContaining('does not invoke')]),
    );
    expect(machineFaults(around({ started: { actions: spawnChild(actor) } }))).toEqual([
      expect.stringContaining('an action without a name (xstate.spawnChild)'),
    ]);
    const raising = setup({ actions: { tell: raise({ type: 'told' }) } }).createMachine({ entry: 'tell' });
    expect(machineFaults(raising)).toEqual([expect.stringContaining("action 'tell' does more than assign: xstate.raise")]);
  });

  it('finds an inline body in the machine, but allows an act to be emitted', () => {
    expect(machineFaults(around({ noted: { actions: () => {} } }))).toEqual([
      expect.stringContaining('an action without a name (a function)'),
    ]);
    expect(machineFaults(around({ noted: { actions: assign({}) } }))).toEqual([
      expect.stringContaining('an action without a name (xstate.assign)'),
    ]);
    expect(machineFaults(around({ noted: { guard: () => true, target: 'shut' } }))).toEqual([
      expect.stringContaining('a guard without a name'),
    ]);
    expect(machineFaults(around({ noted: { actions: emit({ type: 'act' }) } }))).toEqual([]);
  });

  it('finds an event that is a command, or not in dot.case', () => {
    for (const event of ['sign', 'notice.give', 'Signed', 'notice_received', 'notice..received'])
      expect(machineFaults(around({ [event]: 'shut' }))).toEqual([
        expect.stringContaining(`event '${event}' is not dot.case in the past tense`),
      ]);
    for (const event of ['signed', 'notice.took.effect', 'protocol.enteredIntoForce', 'termination.revocationConsented', 'condition.met'])
      expect(machineFaults(around({ [event]: 'shut' }))).toEqual([]);
  });

  it('finds what is defined but never used', () => {
    const machine = setup({ guards: { isIdle: () => true }, actions: { idle: assign({}) }, delays: { someDay: 1 } }).createMachine({});
    expect(machineFaults(machine)).toEqual([
      "action 'idle' is never used",
      "guard 'isIdle' is never used",
      "delay 'someDay' is never used",
    ]);
  });
});
