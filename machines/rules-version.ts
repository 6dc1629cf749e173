/** The version of the law's code; raised when any date differs from an earlier version. */
export const RULES_VERSION = '1';
