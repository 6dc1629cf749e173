/** Handlers of updates, queries and signals with their descriptions, which the Temporal UI and command line list. */
import { setHandler } from '@temporalio/workflow';
import { handlerIn } from '../wording/handlers/sentence.ts';
import type { HandlerMessages } from '../wording/handlers/messages.ts';
import { spoken, whenSpoken } from './in-trouble.ts';

type Described = { name: keyof HandlerMessages };

/** Like Temporal's `setHandler`, which fixes the description: once the language is known, it sets the handler again. */
export const handle = ((definition: Described, handler: never, options: object = {}) => {
  const set = setHandler as (definition: Described, handler: never, options: object) => void;
  whenSpoken(() => set(definition, handler, { ...options, description: handlerIn(spoken(), definition.name) }));
}) as typeof setHandler;
