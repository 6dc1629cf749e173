/** Why an OIDC issuer's token is rejected, as data that the presentation layer renders. */
export type TokenFault =
  /** `why`: the library's message. */
  | { code: 'tokenOfAnother'; issuer: string; audience: string; why: string }
  /** It lacks the claim that is configured to name persons. */
  | { code: 'tokenNamesNobody'; claim: string }
  /** Its claim `servanda`: the fields that are missing or malformed. */
  | { code: 'tokenWithoutRoles'; fields: readonly string[] }
  | { code: 'tokenNotText'; person: string; actsFor: string }
  | { code: 'notDiscovered'; address: string; why: DiscoveryFault };

export type DiscoveryFault =
  | { code: 'unreachable'; why: string }
  | { code: 'status'; status: number }
  | { code: 'ofAnother'; issuer: string }
  | { code: 'notDocument' | 'keysNotByHttps' };
