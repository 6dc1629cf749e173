/**
 * What acts say, as ICU messages: one for each act, and the parts that several of them share. A message that is missing in a language does
 * not compile. Parties stand in brackets or after a colon, so that no language has to decline them. A parameter that is null is `none`.
 */
import type { ActName } from '../../machines/acts.ts';

type Reminder = 'lastDayForNotice' | 'escalation' | 'expiryAhead';

/**
 * `reminder`: of a period, in all its states. `reminderDays`: the days by which somebody must act, and what comes if nobody does. `running`:
 * the period that runs. `decided`, `undecided`: what was decided, or that nobody did. `unsure`, `unsureDay`: days known only within bounds.
 */
type Part =
  'reminder' | 'reminderDays' | 'running' | 'decided' | 'undecided' | 'notDone' | 'unsure' | 'unsureDay' | 'survivals' | 'survival';

export type ActMessage = Exclude<ActName, Reminder> | Part;
export type ActMessages = Readonly<Record<ActMessage, string>>;
