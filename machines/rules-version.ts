/** The version of the law's code: raised when any date comes out differently than before. */
export const RULES_VERSION = '1';
