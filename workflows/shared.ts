/**
 * What all workflows of a worker share: the pure code that they call, loaded once, where each would have two megabytes of its own.
 * Nothing in it keeps anything of one workflow. Temporal freezes what is shared, and zod adds a method to a schema when it is first
 * used: modules that export schemas are closed here, and Temporal leaves what is in a closed one as it is. Decision 21.
 */
import * as bounds from '../clauses/bounds.ts';
import * as calendar from '../clauses/calendar.ts';
import * as clause from '../clauses/clause.ts';
import * as condition from '../clauses/condition.ts';
import * as desk from '../clauses/desk.ts';
import * as provisionalApplication from '../clauses/provisional-application.ts';
import * as reading from '../clauses/reading.ts';
import * as survivals from '../clauses/survivals.ts';
import * as terms from '../clauses/terms.ts';
import * as durationTerms from '../clauses/terms/duration.ts';
import * as entryTerms from '../clauses/terms/entry-into-force.ts';
import * as interval from '../clauses/terms/interval.ts';
import * as partyCode from '../clauses/terms/party-code.ts';
import * as terminationTerms from '../clauses/terms/termination.ts';
import * as requestHash from '../identity/request-hash.ts';
import * as right from '../identity/right.ts';
import * as shapes from '../identity/shapes.ts';
import * as facts from '../machines/facts.ts';
import * as limits from '../machines/limits.ts';
import * as noticeContent from '../machines/notice/content.ts';
import * as noticeCourse from '../machines/notice/course.ts';
import * as noticeFacts from '../machines/notice/facts.ts';
import * as noticeRefusals from '../machines/notice/refusals.ts';
import * as noticeSteps from '../machines/notice/steps.ts';
import * as protocolRequests from '../machines/protocol/requests.ts';
import * as protocolSteps from '../machines/protocol/steps.ts';
import * as refusals from '../machines/refusals.ts';
import * as rights from '../machines/rights.ts';

const law = [bounds, calendar, clause, condition, desk, provisionalApplication, reading, survivals, terms];
const sections = [durationTerms, entryTerms, interval, partyCode, terminationTerms];
const steps = [facts, limits, noticeContent, noticeCourse, noticeFacts, noticeRefusals, noticeSteps, protocolRequests, protocolSteps];
const whoMay = [requestHash, right, shapes, refusals, rights];
for (const module of [...law, ...sections, ...steps, ...whoMay]) Object.preventExtensions(module);
