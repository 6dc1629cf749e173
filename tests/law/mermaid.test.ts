/** The diagrams: every state and transition of a machine, in a lawyer's words. */
import { describe, expect, it } from 'vitest';
import { and, not, or, setup, type AnyStateNode } from 'xstate';
import { machines } from '../../machines/index.ts';
import { toMermaid } from '../../machines/mermaid.ts';

const all = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states).flatMap(child => [child, ...all(child)]);
const lines = (text: string): string[] => text.split('\n').map(l => l.trim());

describe.each(Object.entries(machines))('the diagram of %s', (_, machine) => {
  const drawn = lines(toMermaid(machine));
  const states = all(machine.root);
  const idOf = (node: AnyStateNode): string => node.path.join('_');

  it('is the same each time it is drawn', () => {
    expect(toMermaid(machine)).toBe(toMermaid(machine));
    expect(drawn[0]).toBe('stateDiagram-v2');
  });

  it('has every state once, and its final states lead out', () => {
    for (const state of states)
      expect(drawn.filter(l => l.startsWith('state ') && l.replace(' {', '').endsWith(` as ${idOf(state)}`))).toHaveLength(1);
    for (const state of states.filter(s => s.type === 'final')) expect(drawn).toContain(`${idOf(state)} --> [*]`);
  });

  it('has every transition, and closes what it opens', () => {
    for (const state of states) {
      const from = drawn.filter(l => l.startsWith(`${idOf(state)} -->`)).length;
      const transitions = [...state.transitions.values(), state.always ?? []].flat().length;
      expect(from, idOf(state)).toBe(transitions + (state.type === 'final' ? 1 : 0));
    }
    expect(drawn.filter(l => l.endsWith('{')).length).toBe(drawn.filter(l => l === '}').length);
  });

  it('has no colon or semicolon at which Mermaid would end a note', () => {
    for (const note of drawn.filter(l => l.startsWith('note '))) expect(note.split(' : ')[1]).not.toMatch(/[:;]/);
  });

  it('draws the regions of a parallel state next to each other', () => {
    const separators = states.filter(s => s.type === 'parallel').map(s => Object.keys(s.states).length - 1);
    expect(drawn.filter(l => l === '--').length).toBe(separators.reduce((a, b) => a + b, 0));
  });
});

it('diagrams put events, dates and conditions in words, and descriptions in notes with their article', () => {
  const meta = { article: 'clause: duration' };
  const machine = setup({
    guards: { isLate: () => false, isOral: () => false, hasNotice: () => true },
    delays: { lastDayForNotice: 1 },
  }).createMachine({
    initial: 'inForce',
    states: {
      inForce: {
        meta,
        description: 'In force; no notice runs.',
        initial: 'open',
        states: { open: { meta, always: { guard: 'isLate', target: 'heldOver' } }, heldOver: { meta } },
        on: {
          'termination.notified': { guard: and(['hasNotice', or(['isLate', not('isOral')])]), target: 'ended' },
          'notice.filed': {},
        },
        after: { lastDayForNotice: 'ended' },
      },
      ended: { type: 'final', meta: { article: 'VCLT art. 54' } },
    },
  });
  expect(toMermaid(machine)).toBe(`stateDiagram-v2
  [*] --> inForce
  state "in force" as inForce {
    [*] --> inForce_open
    state "open" as inForce_open
    state "held over" as inForce_heldOver
  }
  state "ended" as ended
  inForce --> ended : termination notified [has notice and is late or not is oral]
  inForce --> inForce : notice filed
  inForce --> ended : after last day for notice
  inForce_open --> inForce_heldOver : [is late]
  ended --> [*]
  note right of inForce : In force, no notice runs. (by the clause on duration)
`);
});
