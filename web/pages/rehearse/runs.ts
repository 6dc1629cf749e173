/**
 * The rehearsals that this process is running: how far each has come, and how it ended. They are forgotten when the process ends; the
 * register keeps the results.
 */
import type { Context } from '../../../client/context.ts';
import { foldThrough, liveThrough, type PassedDate, type Rehearsed, type WhyNotLived } from '../../../client/rehearsal.ts';
import type { Course, Rehearsal } from '../../../client/rehearsal-story.ts';

export interface Run {
  rehearsal: Rehearsal;
  /** Why the dates were only calculated, if they were. */
  whyNot: WhyNotLived | undefined;
  courses: { course: Course; copy: string; passed: PassedDate[]; ended?: Rehearsed; failure?: Error }[];
}

export const isRunning = ({ courses }: Run): boolean => courses.some(c => !c.ended && c.failure === undefined);

/** Changes whenever something has happened. A forgotten run has a version too: its page leads to the copy. */
export const versionOf = (run: Run | undefined): string =>
  run ? run.courses.map(c => `${c.passed.length}${c.ended ? 'e' : c.failure ? 'f' : ''}`).join('-') : 'forgotten';

const most = { running: 2, remembered: 20 };

export class Runs {
  private readonly known = new Map<string, Run>();

  find = (id: string): Run | undefined => this.known.get(id);

  get isBusy(): boolean {
    return [...this.known.values()].filter(isRunning).length >= most.running;
  }

  /** Resolves once each copy exists or was refused. The run's id is that of its first copy. */
  async begin(context: Context, rehearsal: Rehearsal, whyNot: WhyNotLived | undefined): Promise<string> {
    const courses: Run['courses'] = rehearsal.courses.map(({ course, story }) => ({ course, copy: story.agreement.id, passed: [] }));
    const id = courses[0]!.copy;
    for (const old of [...this.known.keys()].slice(0, -most.remembered)) this.known.delete(old);
    this.known.set(id, { rehearsal, whyNot, courses });
    const live = whyNot ? foldThrough : liveThrough;
    const begun = rehearsal.courses.map(async ({ story }, i) => {
      const course = courses[i]!;
      await new Promise<void>((isThere, isRefused) => {
        const onPassed = (passed: readonly PassedDate[]): void => {
          course.passed.push(...passed);
          isThere();
        };
        live(context, story, { until: rehearsal.until, onPassed })
          .then(ended => void (course.ended = ended))
          .catch((cause: Error) => isRefused((course.failure = cause)));
      });
    });
    await Promise.all(begun).catch((cause: unknown) => {
      this.known.delete(id);
      throw cause;
    });
    return id;
  }
}
