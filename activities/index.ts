/** What the workflows may have done in the world. */
import { createKeep, type Tools } from './keeping.ts';
import { createPerform, type Logbook } from './performing.ts';

export const createActivities = (tools: Tools & { log: Logbook }) => ({ keep: createKeep(tools), perform: createPerform(tools) });

export type Activities = ReturnType<typeof createActivities>;
