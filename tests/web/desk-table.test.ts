/** The table of commands and pages: every command is in it once, and every page that it names exists at the desk. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deskOf } from '../../web/context.ts';
import { help } from '../../wording/help/en.ts';
import { appOf } from '../support/desk.ts';

const [table = ''] = /\| command[^]*?\n\n/.exec(readFileSync('docs/desk.md', 'utf8')) ?? [];
const rows = table
  .split('\n')
  .slice(2)
  .map(line => line.split('|').map(cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)));

it('the table in docs/desk.md names every command', () => {
  const named = rows.flatMap(([, commands = []]) => commands.map(c => c.replace(/ --.*/, '')));
  expect([...new Set(named)].sort()).toEqual(Object.keys(help.commands).sort());
});

it('the table in docs/desk.md names pages that exist', () => {
  const routes = new Set(appOf(deskOf({ service: { env: {} } })).routes.map(r => r.path.replaceAll(/\{[^}]*\}/g, '')));
  const pages = rows.flatMap(([, , said = []]) => said.filter(code => code.startsWith('/')));
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter(page => !routes.has(page))).toEqual([]);
});
