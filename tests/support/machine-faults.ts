/**
 * Faults of a legal machine that XState's types allow. A misspelt delay fires at once, silently; the others break rules of this project:
 * names instead of inline bodies, an article on every legal state, events in the past tense.
 */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/** The faults of a machine, each with its state; empty for a sound machine. */
export function machineFaults(machine: AnyStateMachine): string[] {
  const nodes = allNodes(machine.root);
  return [...nodes.flatMap(node => faultsOfState(node, machine)), ...unreachable(machine.root, nodes), ...unused(machine, nodes)];
}

const allNodes = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(allNodes)];

function faultsOfState(node: AnyStateNode, { implementations: { actions, guards, delays } }: AnyStateMachine): string[] {
  return [
    ...(hasInitial(node) ? [] : [`no initial state '${initialOf(node)}'`]),
    ...(node.invoke.length ? ['a legal machine does not invoke'] : []),
    ...(node.parent && !articleOf(node) ? ['no article'] : []),
    ...delaysOf(node).flatMap(d => (/^\d+$/.test(d) ? [`delay ${d} is a number, not a named date`] : missing('delay', d, delays))),
    ...actionsOf(node).flatMap(a => faultsOfAction(a, actions)),
    ...guardsOf(node).flatMap(g => faultsOfGuard(g, guards)),
    ...eventsOf(node).flatMap(e => (isToldAsDone(e) ? [] : [`event '${e}' is not dot.case in the past tense`])),
  ].map(fault => `${node.id}: ${fault}`);
}

function initialOf({ config }: AnyStateNode): string {
  const { initial } = config as { initial?: string | { target: string } };
  return String(typeof initial === 'object' ? initial.target : initial);
}

const hasInitial = (node: AnyStateNode): boolean => node.type !== 'compound' || initialOf(node) in node.states;
/** An article, or that it is a state of the desk and not of the law. */
function articleOf(node: AnyStateNode): string | true | undefined {
  const { article, desk } = (node.meta ?? {}) as { article?: string; desk?: true };
  return article ?? desk;
}
const missing = (kind: string, name: string, known: object): string[] => (name in known ? [] : [`no ${kind} '${name}'`]);

const transitionsOf = (node: AnyStateNode): AnyTransitionDefinition[] => [...node.transitions.values(), node.always ?? []].flat();
const delaysOf = ({ config }: AnyStateNode): string[] => Object.keys((config as { after?: object }).after ?? {});
const eventsOf = (node: AnyStateNode): string[] => [...node.transitions.keys()].filter(e => !e.startsWith('xstate.'));
const guardsOf = (node: AnyStateNode): unknown[] => transitionsOf(node).flatMap(t => (t.guard === undefined ? [] : [t.guard]));
const actionsOf = (node: AnyStateNode): unknown[] =>
  [...node.entry, ...node.exit, ...transitionsOf(node).flatMap(t => t.actions)].filter(a => !isBookkeeping(a));

/** XState turns `after` into a raise on entry and a cancel on exit: its own doing, not the machine's. */
function isBookkeeping(action: unknown): boolean {
  const { type, id, sendId } = action as { type?: string; id?: unknown; sendId?: unknown };
  return (type === 'xstate.raise' || type === 'xstate.cancel') && String(id ?? sendId).startsWith('xstate.after.');
}

const kindOf = (body: unknown): string => (body as { type?: string }).type ?? 'a function';

/** Effects only by `emit`; everything else has a name and only assigns. */
function faultsOfAction(action: unknown, known: Record<string, unknown>): string[] {
  if (typeof action === 'function') return kindOf(action) === 'xstate.emit' ? [] : [`an action without a name (${kindOf(action)})`];
  const name = nameOf(action);
  if (!(name in known)) return missing('action', name, known);
  return ['xstate.assign', 'xstate.emit'].includes(kindOf(known[name]))
    ? []
    : [`action '${name}' does more than assign: ${kindOf(known[name])}`];
}

function faultsOfGuard(guard: unknown, known: Record<string, unknown>): string[] {
  const parts = partsOf(guard);
  if (parts) return parts.flatMap(part => faultsOfGuard(part, known));
  return typeof guard === 'function' ? ['a guard without a name'] : missing('guard', nameOf(guard), known);
}

/** `and`, `or` and `not` contain guards. */
const partsOf = (guard: unknown): unknown[] | undefined => (guard as { guards?: unknown[] }).guards;
const nameOf = (x: unknown): string => (typeof x === 'string' ? x : String((x as { type: unknown }).type));

/** `termination.revocationConsented`: words joined by dots, one of them a past participle or a past tense. */
const isToldAsDone = (event: string): boolean =>
  /^[a-z]+([A-Z][a-z]+)*(\.[a-z]+([A-Z][a-z]+)*)*$/.test(event) && /(ed|[.]took|[.]found|[.]sent|[.]met)(?![a-z])/.test(event);

function unreachable(root: AnyStateNode, nodes: readonly AnyStateNode[]): string[] {
  const reached = new Set<AnyStateNode>();
  const reach = (node: AnyStateNode, isEntered: boolean): void => {
    if (reached.has(node)) return;
    reached.add(node);
    if (node.parent) reach(node.parent, false);
    if (node.type === 'parallel') for (const region of Object.values(node.states)) reach(region, true);
    // a state entered through one of its nested states begins there, not in its initial state
    if (isEntered && node.type === 'compound' && hasInitial(node)) reach(node.states[initialOf(node)]!, true);
    for (const to of transitionsOf(node).flatMap(t => t.target ?? [])) enter(to);
  };
  const enter = (node: AnyStateNode): void => {
    reach(node, true);
    if (node.type === 'compound' && hasInitial(node)) reach(node.states[initialOf(node)]!, true);
  };
  enter(root);
  return nodes.filter(n => !reached.has(n)).map(n => `${n.id}: can't be reached`);
}

function unused({ implementations: { actions, guards, delays } }: AnyStateMachine, nodes: readonly AnyStateNode[]): string[] {
  const named = (guard: unknown): unknown[] => partsOf(guard)?.flatMap(named) ?? [guard];
  const used = new Set([...nodes.flatMap(actionsOf), ...nodes.flatMap(guardsOf).flatMap(named), ...nodes.flatMap(delaysOf)].map(nameOf));
  const idle = (kind: string, known: object): string[] =>
    Object.keys(known)
      .filter(n => !used.has(n))
      .map(n => `${kind} '${n}' is never used`);
  return [...idle('action', actions), ...idle('guard', guards), ...idle('delay', delays)];
}
