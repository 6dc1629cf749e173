/** A year before 1648 is most likely a slip, such as 204 for 2004: it is accepted, with a warning. */
import { describe, expect, it } from 'vitest';
import { d, english, entries, given, on } from './setup.ts';
import { earlyYearsIn } from '../../machines/early-years.ts';
import { standing } from '../../machines/standing.ts';

const warning = (where: string, year = 204) => `Year ${year} is before 1648: check the year (${where}).`;

describe('a year before 1648', () => {
  it('in a fact is accepted, and the answer warns of it', () => {
    const s = on('2026-01-01', [{ id: 's', type: 'signed', on: '0204-03-01' }]);
    expect(s).toMatchObject({ status: 'signed', withoutEffect: [] });
    expect(s.notes[0]).toBe(warning('s, on: 0204-03-01'));
  });

  it('gives a warning wherever it stands: in bounds, a named day, the changes of a protocol, a correction', () => {
    const all = entries(
      { id: 'a', type: 'signed', on: { notBefore: '0204-01-01', notAfter: '0204-12-31' } },
      { id: 'b', type: 'termination.notified', by: 'KZ', received: '2024-01-01', names: { firstDayOut: '0204-06-01' } },
      { id: 'c', type: 'protocol.signed', protocol: 'p', on: '2024-01-01', changes: { from: '1647-12-31' } },
      { id: 'k', type: 'corrected', of: 'b', recorded: '2024-02-01', received: '0204-01-02', note: '0204' },
    );
    expect(earlyYearsIn([...all].reverse()).map(english)).toEqual([
      warning('a, on.notBefore: 0204-01-01'),
      warning('a, on.notAfter: 0204-12-31'),
      warning('b, names.firstDayOut: 0204-06-01'),
      warning('c, changes.from: 1647-12-31', 1647),
      warning('k, received: 0204-01-02'),
    ]);
  });

  it('in the agreement’s file gives a warning as well, and 1648 does not', () => {
    const clause = (date: string) => given({ entryIntoForce: { on: 'fixedDate', article: 'art. 1', date } });
    const notes = (date: string) => standing({ agreement: clause(date), description: '', entries: [], asOf: d('2024-01-01') }).notes;
    expect(notes('0204-01-01').map(english)).toContain(warning('clauses.entryIntoForce.date: 0204-01-01'));
    expect(notes('1648-10-24').map(n => n.code)).not.toContain('earlyYear');
  });
});
