/** Links from a list's line to the reckoning of its day. A period that needs a renewal first has no step yet. */
import { agreementPath } from '../../request.ts';
import { anchorOf } from '../agreement/days.ts';
import type { Row } from './rows.ts';

export function toReckoning({ glance, deadline }: Row, step: 'sendBy' | 'safeDay' | 'termination'): string {
  const path = agreementPath(glance.agreement, '/reckoning');
  const { code, args } = deadline?.says ?? { code: undefined, args: {} };
  const isOfNow = (code === 'safeDayOfPeriod' || code === 'comingEnd' || code === 'comingExpiry') && !('isLater' in args && args.isLater);
  return isOfNow ? `${path}#${anchorOf(step)}` : path;
}
