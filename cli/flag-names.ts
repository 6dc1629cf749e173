/** The flags of all commands. A flag of another command is not a typing error, so nothing is suggested in its place. */
export const flagNames: ReadonlySet<string> = new Set(
  `
  accept add-facts agreement agreements all as-of authority by changes channel clear condition corrected date dated days defect defective desk
  dispatched dry-run entered-by error evidence facts file files first-day-out for format from head help home id json kind known-on
  language lapse later-treaty length names-first-day-out negotiate note number of on oral organisation origin out party payer person place
  protocol public-key published reason received recorded recover reference register rehearsal rehearsals renew repair replace replaces report
  request roles scope signer signing story subject terminate text text-language title to undecided until withdraw within yes
`
    .trim()
    .split(/\s+/),
);
