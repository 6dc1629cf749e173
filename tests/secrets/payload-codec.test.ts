/** What Temporal stores is encrypted, and decrypted with any configured key; what is not encrypted is passed on. */
import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common';
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js';
import { describe, expect, it } from 'vitest';
import { dataConverter } from '../../secrets/temporal-options.ts';
import { KeyMissing, Keyring, noKeys, SealBroken } from '../../secrets/keyring.ts';
import { payloadCodec } from '../../secrets/payload-codec.ts';
import { saidOf } from '../support/failures.ts';

const key = (id: string, letter: string) => ({ id, bytes: Buffer.alloc(32, letter) });
const [first, second] = [key('2025', 'a'), key('2026', 'b')];
const [old, rotated, fresh, none] = [[first], [second, first], [second], []].map(keys => payloadCodec(new Keyring(keys)));
const payload = (value: unknown): Payload => defaultPayloadConverter.toPayload(value);
const valueOf = (p: Payload): unknown => defaultPayloadConverter.fromPayload(p);
const seen = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString() + JSON.stringify(value, bytesAsText);
const bytesAsText = (_: string, value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value);

describe('a payload under keys', () => {
  it('is encrypted as a whole and decrypted unchanged, with the name of its key next to it', async () => {
    const values = [{ note: 'whimbrel' }, 'ə ұ', null, 17];
    const sealed = await old!.encode(values.map(payload));
    expect(seen(sealed)).not.toMatch(/whimbrel|json/);
    expect(Buffer.from(sealed[0]!.metadata!['encoding']!).toString()).toBe('binary/encrypted');
    expect(Buffer.from(sealed[0]!.metadata!['encryption-key-id']!).toString()).toBe('2025');
    expect((await rotated!.decode(sealed)).map(valueOf)).toEqual(values);
  });

  it('from before there were keys is read unchanged, and without keys nothing is changed', async () => {
    const clear = [payload('clear')];
    expect(await rotated!.decode(clear)).toEqual(clear);
    expect(await none!.encode(clear)).toEqual(clear);
  });

  it('with a key that is not configured gives an error with the key’s name, even if there are no keys', async () => {
    const sealed = await old!.encode([payload('x')]);
    await expect(fresh!.decode(sealed)).rejects.toThrow(KeyMissing);
    expect(await saidOf(none!.decode(sealed))).toMatch(/the key 2025, and no keys are configured/);
  });

  it('that was changed is not decrypted, nor is one that names another key', async () => {
    const [sealed] = await old!.encode([payload('x')]);
    const changed = { ...sealed, data: Buffer.from(sealed!.data!).fill(0, 20, 21) };
    await expect(old!.decode([changed])).rejects.toThrow(SealBroken);
    const renamed = { ...sealed, metadata: { ...sealed!.metadata, 'encryption-key-id': Buffer.from('2026') } };
    await expect(rotated!.decode([renamed])).rejects.toThrow(SealBroken);
    await expect(old!.decode([{ ...sealed, data: null }])).rejects.toThrow(SealBroken);
  });
});

describe('a failure under keys', () => {
  const sealing = loadDataConverter(dataConverter(new Keyring([first])));
  const refused = ApplicationFailure.nonRetryable('Quondamia is no Party', 'Refused', { refused: 'unknownParty', message: 'whimbrel' });

  it('has its message, stack and details encrypted, and its type in clear, and a refusal is decoded as one', async () => {
    const failure = await encodeErrorToFailure(sealing, refused);
    expect(failure).toMatchObject({
      message: 'Encoded failure',
      stackTrace: '',
      applicationFailureInfo: { type: 'Refused', nonRetryable: true },
    });
    expect(seen(failure)).not.toMatch(/Quondamia|whimbrel|payload-codec/);
    const back = await decodeOptionalFailureToOptionalError(sealing, failure);
    expect(back).toMatchObject({ message: refused.message, type: 'Refused', details: refused.details });
  });

  it('stays in clear if there are no keys', async () => {
    const failure = await encodeErrorToFailure(loadDataConverter(dataConverter(noKeys)), refused);
    expect(failure).toMatchObject({ message: refused.message });
  });

  it('that says which key is missing can be read without it', async () => {
    const failure = await encodeErrorToFailure(sealing, new KeyMissing('2024', ['2025']));
    expect(failure.message).toBe('keyMissing {"key":"2024","configured":["2025"],"home":null}');
  });
});
