/** Handlers of updates, queries and signals with their descriptions, which the Temporal UI and command line list. */
import { setHandler } from '@temporalio/workflow';
import { handlerIn } from '../wording/handlers/sentence.ts';
import type { HandlerMessages } from '../wording/handlers/messages.ts';
import { currentLanguage, whenLanguageKnown } from './fallback-messages.ts';

type Described = { name: keyof HandlerMessages };

/** Like Temporal's `setHandler`, which fixes the description: once the language is known, it sets the handler again. */
export const handle = ((definition: Described, handler: never, options: object = {}) => {
  const set = setHandler as (definition: Described, handler: never, options: object) => void;
  whenLanguageKnown(() => set(definition, handler, { ...options, description: handlerIn(currentLanguage(), definition.name) }));
}) as typeof setHandler;
