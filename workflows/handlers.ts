/** Handlers of updates, queries and signals, each with what it is for: the Temporal UI and command line list them. */
import { setHandler } from '@temporalio/workflow';
import { handlerIn } from '../wording/handlers/sentence.ts';
import type { HandlerMessages } from '../wording/handlers/messages.ts';
import { spoken, whenSpoken } from './in-trouble.ts';

type Described = { name: keyof HandlerMessages };

/** As Temporal's own `setHandler`. Set again when the language is known: a handler keeps the description that it was set with. */
export const handle = ((definition: Described, handler: never, options: object = {}) => {
  const set = setHandler as (definition: Described, handler: never, options: object) => void;
  whenSpoken(() => set(definition, handler, { ...options, description: handlerIn(spoken(), definition.name) }));
}) as typeof setHandler;
