/** A summary of the agreements in a register: status, next date and what falls due on it. For `agreement list` and `up`. */
import type { Glance } from '../../dossier/listing.ts';
import { comingIn } from '../../dossier/next.ts';
import { table } from '../page.ts';
import type { Page } from '../world.ts';

/** True while the agreement has a workflow, that is until it is over. */
export const isKept = ({ status }: Pick<Glance, 'status'>): boolean =>
  status !== 'terminated' && status !== 'expired' && status !== 'superseded';

export function overviewPage(all: readonly Glance[], page: Page): string {
  const { words } = page;
  const { m, say } = words;
  const { columns, disputed, undecided, decided } = m.list;
  const what = ({ says, basis }: Glance): string => comingIn(says, basis && words.columnBasis(basis), words.wording);
  const rows = all.map(g => [
    g.rehearsal ? say(m.words.rehearsal, { agreement: g.agreement }) : g.agreement,
    g.certain ? words.status(g.status) : say(disputed, { status: words.status(g.status) }),
    g.nextDate ? words.column(g.nextDate) : '',
    g.daysLeft === null ? '' : words.daysLeft(g.daysLeft),
    g.decision ? say(g.decision === 'undecided' ? undecided : decided, { what: what(g), decision: m.decisions[g.decision] }) : what(g),
  ]);
  return table(columns, rows, page);
}
