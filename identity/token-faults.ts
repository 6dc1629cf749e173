/** Why the token of an OIDC issuer is refused, as data: the reader renders it. */
export type TokenFault =
  /** `why`: as the library says it. */
  | { code: 'tokenOfAnother'; issuer: string; audience: string; why: string }
  /** No claim of this name, by which persons are named here. */
  | { code: 'tokenNamesNobody'; claim: string }
  /** Its claim `servanda`; the fields that are missing or otherwise than they must be. */
  | { code: 'tokenWithoutRoles'; fields: readonly string[] }
  | { code: 'tokenNotText'; person: string; actsFor: string }
  | { code: 'notDiscovered'; address: string; why: DiscoveryFault };

export type DiscoveryFault =
  | { code: 'unreachable'; why: string }
  | { code: 'status'; status: number }
  | { code: 'ofAnother'; issuer: string }
  | { code: 'notDocument' | 'keysNotByHttps' };
