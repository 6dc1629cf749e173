/** English: the pages that describe an agreement and revise its description. */
import type { Like } from '../../cli/words.ts';

export const editor = {
  newTitle: 'Describe an agreement',
  intro:
    'The questions follow the order of a treaty’s final clauses; answer them from its text. Nothing is saved until you have seen every date that follows.',
  asQuestions: 'As questions',
  asText: 'As a file (YAML)',
  toText: 'Continue as a file',
  kind: 'Real or rehearsal',
  kinds: { real: 'A real agreement', rehearsal: 'A rehearsal: its facts are invented' },
  kindHints: {
    real: 'It goes into the permanent register. Nothing is ever deleted from it.',
    rehearsal: 'It is kept apart, and its letters are sent to nobody.',
  },
  suchAs: 'For example: {example}',
  otherwise: 'If left empty: {otherwise}',
  yaml: 'Description',
  yamlHint: 'In the format of the files in agreements/. “rehearsal: true” makes it a rehearsal.',
  update: 'Check, and show the questions that follow',
  check: 'Check',
  go: 'See what follows',
  beside: 'What the linter says',
  soFar: 'As you answer, anything in the clauses that makes no sense is pointed out here.',
  noFinding: 'No findings.',
  findings: '{count, plural, one {One finding} other {{n} findings}}',
  dates: 'The dates that follow today',
  noDates: 'No date follows yet.',
  exists: 'The register already has an agreement {id}. Give this one another id, or change the description of that one.',
  openReal: 'It would be opened as a real agreement, in the permanent register.',
  openRehearsal: 'It would be opened as a rehearsal, apart from real agreements.',
  text: 'The description as a file',
  open: { real: 'Open it as a real agreement', rehearsal: 'Open it as a rehearsal' },
  reviseTitle: 'Change the description',
  reviseIntro:
    'For a mistake or a missing value in the description of the agreement; facts are recorded, corrected and struck in the ledger instead. Every date that moves is listed before the change is entered.',
  notAsked: 'The questions do not cover all that this part says. Change it in the file.',
  reason: 'Reason',
  reasonHint: 'Kept in the register with the change, for example: art. 13 read again in the Russian text.',
  changes: 'What changes in the description',
  value: 'Value',
  revise: 'Put it into use',
  otherId: 'This description is of {other}, not of {id}. The id of an agreement never changes.',
  otherKind: 'Real agreements and rehearsals are never mixed: leave “rehearsal” as it is.',
  same: 'This is the description in use: nothing has changed.',
} as const;

export type EditorMessages = Like<typeof editor>;
