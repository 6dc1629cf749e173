/**
 * Pure code shared by all workflows of a worker: loaded once per thread instead of once per workflow. Most of it verifies signatures, the
 * rest is text. None of it holds state of a workflow. Decision 21.
 */
export * as requestHash from '../identity/request-hash.ts';
export * as right from '../identity/right.ts';
export * as signature from '../identity/signature-in-workflow.ts';
export * as limits from '../machines/limits.ts';
export * as refusal from '../machines/refusal.ts';
export * as rights from '../machines/rights.ts';
export * as handlers from '../wording/handlers/sentence.ts';
export * as fallbackMessage from '../wording/fallback/sentence.ts';
