/**
 * Sentences about acts, as ICU messages: one for each act, and the parts that several share. A message missing in a language does not
 * compile. Parties stand in brackets or after a colon, so that no language has to decline them. A null parameter is `none`.
 */
import type { ActName } from '../../machines/acts.ts';

type Reminder = 'lastDayForNotice' | 'escalation' | 'expiryAhead';

/**
 * `reminder`: all states of a reminder about a period. `reminderDays`: the days by which somebody must act, and what happens otherwise.
 * `running`: the current period. `decided`, `undecided`: the decision, or that there is none. `unsure`, `unsureDay`: days known only within
 * bounds.
 */
type Part =
  'reminder' | 'reminderDays' | 'running' | 'decided' | 'undecided' | 'notDone' | 'unsure' | 'unsureDay' | 'survivals' | 'survival';

export type ActMessage = Exclude<ActName, Reminder> | Part;
export type ActMessages = Readonly<Record<ActMessage, string>>;
