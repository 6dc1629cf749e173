/** Content in its one canonical form, and its hash. RFC 8785. */
import { describe, expect, it } from 'vitest';
import { canonical, contentHash } from '../../register/canonical.ts';

describe('the canonical content of an entry', () => {
  it('is the same text whatever the order of its fields', () => {
    expect(canonical({ b: [1, { d: null, c: 'ә' }], a: 1e21, z: undefined })).toBe('{"a":1e+21,"b":[1,{"c":"ә","d":null}]}');
    expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
  });

  it('has the SHA-256 hash of its canonical text, the same in every implementation', () => {
    // printf '{"a":1,"b":2}' | sha256sum
    expect(contentHash({ b: 2, a: 1 })).toBe('sha256:43258cff783fe7036d8a43033f830adfc60ec037382473548ac742b888292777');
  });

  it.each([undefined, Number.NaN, { f: () => 1 }, { n: Number.POSITIVE_INFINITY }, 1n])(
    'is refused if JSON can’t represent it: %o',
    value => {
      expect(() => contentHash(value)).toThrow(TypeError);
    },
  );
});
