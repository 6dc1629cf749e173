/**
 * What all workflows of a worker share: the pure code that they call, loaded once for each thread, where each workflow would have its
 * own. Most of it proves signatures, the rest is texts. Nothing in it keeps anything of one workflow. Decision 21.
 */
export * as requestHash from '../identity/request-hash.ts';
export * as right from '../identity/right.ts';
export * as signature from '../identity/signature-in-workflow.ts';
export * as limits from '../machines/limits.ts';
export * as refusal from '../machines/refusal.ts';
export * as rights from '../machines/rights.ts';
export * as handlers from '../wording/handlers/sentence.ts';
export * as inTrouble from '../wording/in-trouble/sentence.ts';
