/** The agreement's place in its machine: a list in words and the whole machine drawn; only the list on a printed page too small for both. */
import type { AgreementStanding } from '../../client/answers.ts';
import { agreementDiagram as diagram } from '../../client/diagram.ts';
import type { DiagramArrow, DiagramState, Guard } from '../../machines/diagram.ts';
import type { AgreementState } from '../../machines/index.ts';
import { html, type Html } from '../html.ts';
import { measured } from '../lifeline/measure.ts';
import type { Words } from '../words.ts';
import { drawingOf } from './drawing.ts';
import { graphOf, linesOfName, activeLeaves, statesIn, wordsOn } from './graph.ts';

const states = new Map(statesIn(diagram.root).map(s => [s.id, s]));

export async function machinePart({ machine }: Pick<AgreementStanding, 'machine'>, words: Words): Promise<Html | ''> {
  if (!machine.length) return '';
  const { machine: m } = words.m.engine;
  return html`<section class="machine">
    <h2 id="machine">${m.heading}</h2>
    <h3>${m.now}</h3>
    <dl class="states">
      ${activeLeaves({ diagram, lit: new Set(machine) }).map(id => lineOf(id, machine, words))}
    </dl>
    <div class="drawn">
      <h3>${m.whole}</h3>
      <p>${m.intro}</p>
      <div class="scroll" role="region" aria-labelledby="machine" tabindex="0">${await drawing(machine, words)}</div>
    </div>
  </section>`;
}

/** A drawing takes Graphviz a tenth of a second, and a machine has few states to draw. */
const kept = new Map<string, Promise<Html>>();
const mostKept = 200;

function drawing(machine: readonly string[], words: Words): Promise<Html> {
  const key = `${words.language} ${machine.join(' ')}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  const { machine: m } = words.m.engine;
  const lit = new Set(machine);
  const nameOf = (id: string): string => nameIn(id, words);
  const seen = { diagram, lit, measure: measured, nameOf, saidOf: (arrow: DiagramArrow) => saidOf(arrow, words) };
  const made = drawingOf(graphOf(seen), {
    title: m.title,
    description: words.say(m.description, { states: words.and(activeLeaves(seen).map(id => pathOf(id, words))) }),
    isLit: id => lit.has(id),
    nameOf,
    linesOf: id => linesOfName(id, seen),
    words: wordsOn(seen),
  });
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** A state and its ancestors from the outermost: in force, period, running, open. */
const outward = (id: string): DiagramState[] => id.split('_').map((_, i, parts) => states.get(parts.slice(0, i + 1).join('_'))!);
const pathOf = (id: string, words: Words): string =>
  outward(id)
    .map(s => nameIn(s.id, words))
    .join(' › ');

const nameIn = (id: string, { m }: Words): string => m.machine.states[id as AgreementState];

/** The event and its condition, one line each. */
function saidOf({ cause, guard }: DiagramArrow, words: Words): string[] {
  const m: Readonly<Record<'events' | 'delays', Readonly<Record<string, string>>>> = words.m.machine;
  const happens = !cause ? undefined : 'delay' in cause ? m.delays[cause.delay] : m.events[cause.event];
  return [happens, guard && `[${guardIn(guard, words)}]`].filter(line => line !== undefined);
}

function guardIn(guard: Guard, words: Words): string {
  const { guards, not }: { guards: Readonly<Record<string, string>>; not: string } = words.m.machine;
  if (typeof guard === 'string') return guards[guard]!;
  const parts = guard.of.map(one => guardIn(one, words));
  return guard.op === 'not' ? words.say(not, { what: parts[0]! }) : guard.op === 'and' ? words.and(parts) : words.or(parts);
}

/** A state's article: of the Vienna Convention, or a clause of the agreement. */
function basisOf(article: string, words: Words): string {
  const { clauses, byClause }: { clauses: Readonly<Record<string, string>>; byClause: string } = words.m.machine;
  const clause = /^clause: (.+)$/.exec(article)?.[1];
  return clause ? words.say(byClause, { clause: clauses[clause]! }) : words.basis(article);
}

/** A state's meaning and article, and the transitions that leave it or an ancestor with no other active state inside. */
function lineOf(id: string, machine: readonly string[], words: Words): Html {
  const around = outward(id);
  const { id: described, article } = around.findLast(s => s.description) ?? around.at(-1)!;
  const description = (words.m.machine.descriptions as Readonly<Record<string, string>>)[described];
  const isOwn = (state: string): boolean =>
    !activeLeaves({ diagram, lit: new Set(machine) }).some(other => other !== id && other.startsWith(`${state}_`));
  const from = around.map(s => s.id).filter(isOwn);
  const on = diagram.arrows.filter(a => from.includes(a.from));
  return html`<div>
    <dt>${pathOf(id, words)}</dt>
    <dd>
      ${description ? html`<p>${description}${article ? ` (${basisOf(article, words)})` : ''}</p>` : ''}
      ${
        on.length
          ? html`<details>
              <summary>${words.counted(words.m.engine.machine.leads, on.length)}</summary>
              <ul>
                ${on.map(a => html`<li>${[...saidOf(a, words), '→', pathOf(a.to, words)].join(' ')}</li>`)}
              </ul>
            </details>`
          : ''
      }
    </dd>
  </div>`;
}
