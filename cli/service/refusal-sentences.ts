/** Workflows refuse with a code and its values; turns what Temporal's command line prints of a refusal into the sentence. */
import { Transform } from 'node:stream';
import { refuse, type RefusalCode } from '../../machines/refusal.ts';
import type { Wording } from '../../wording/wording.ts';
import { refusalSentence } from '../../wording/refusals/sentence.ts';

/** Replaces `entryWithoutType {}` and the like; the rest of the line is unchanged. */
export const withRefusalSentences = (line: string, w: Wording): string =>
  line.replace(/\b([a-z]\w*) (\{.*\})/i, (all: string, code: string, params: string) =>
    Object.hasOwn(w.refusals.messages, code) ? (said(code as Plain, params, w) ?? all) : all,
  );

type Plain = Exclude<RefusalCode, 'asCorrected'>;

function said(code: Plain, params: string, w: Wording): string | undefined {
  try {
    return refusalSentence(refuse(code, JSON.parse(params) as never), w);
  } catch {
    return undefined; // not one of our refusals, or its values are of another version
  }
}

/** The same for a stream, line by line. */
export function refusalTranslator(w: Wording): Transform {
  let rest = '';
  return new Transform({
    decodeStrings: false,
    transform(chunk: Buffer | string, _, done) {
      const lines = `${rest}${chunk.toString()}`.split('\n');
      rest = lines.pop()!;
      done(null, lines.map(line => `${withRefusalSentences(line, w)}\n`).join(''));
    },
    flush: done => done(null, withRefusalSentences(rest, w)),
  });
}
