import { mkdtempSync } from 'node:fs';
import { chown, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartupError } from './errors.ts';
import { sealName } from './auth/seal.ts';
import { dropEndedSecrets, givenSecrets, keptSecrets, rotateSecret } from './secret.ts';

const now = new Date('2026-11-22T10:00:00Z');
const hours = (number: number): Date => new Date(now.getTime() + number * 3_600_000);

describe('BEFFROI_SECRET', () => {
  test('holds one secret or several, the newest first', () => {
    expect(givenSecrets(undefined)).toBeUndefined();
    expect(givenSecrets(' ')).toBeUndefined();
    expect(givenSecrets('a'.repeat(32))).toEqual([{ value: 'a'.repeat(32) }]);
    expect(givenSecrets(`${'a'.repeat(32)}, ${'b'.repeat(40)}\n${'c'.repeat(32)}`)).toEqual([{ value: 'a'.repeat(32) }, { value: 'b'.repeat(40) }, { value: 'c'.repeat(32) }]);
  });

  test.each(['a'.repeat(31), `${'a'.repeat(32)},${'b'.repeat(31)}`])('is refused when one is short, and not repeated: %s', (text) => {
    expect(() => givenSecrets(text)).toThrow(StartupError);
    expect(() => givenSecrets(text)).not.toThrow(new RegExp(text.slice(0, 20)));
  });
});

describe('the file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beffroi-secret-'));
    file = join(folder, 'secret');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('is made once, for its owner only', async () => {
    const made = await keptSecrets(folder);
    expect(made).toHaveLength(1);
    expect(made[0].value.length).toBeGreaterThanOrEqual(43);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await keptSecrets(folder)).toEqual(made);
  });

  test('takes a new secret before the former, which is accepted for a day; what is past its day goes once nothing is sealed with it', async () => {
    const [first] = await keptSecrets(folder);
    expect(await rotateSecret(folder, now, false)).toEqual(hours(24));
    const [second, ...former] = await keptSecrets(folder);
    expect(second.value).not.toBe(first.value);
    expect(former).toEqual([{ value: first.value, until: hours(24) }]);
    await rotateSecret(folder, hours(23), false);
    expect((await keptSecrets(folder)).slice(1)).toEqual([
      { value: second.value, until: hours(47) },
      { value: first.value, until: hours(24) },
    ]);
    // Past its instant it signs nobody in, and stays all the same while something is sealed with it.
    await dropEndedSecrets(folder, hours(24), [sealName(first)]);
    await rotateSecret(folder, hours(24), false);
    expect((await keptSecrets(folder)).at(-1)).toEqual({ value: first.value, until: hours(24) });
    await dropEndedSecrets(folder, hours(24), []);
    expect((await keptSecrets(folder)).map(({ value }) => value)).not.toContain(first.value);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['secret']);
  });

  test('signs nobody in with a former one from now on when told to, and keeps it for what is sealed with it', async () => {
    await keptSecrets(folder);
    await rotateSecret(folder, now, false);
    const before = await keptSecrets(folder);
    expect(await rotateSecret(folder, now, true)).toEqual(now);
    const [newest, ...former] = await keptSecrets(folder);
    expect(former).toEqual(before.map(({ value }) => ({ value, until: now })));
    await dropEndedSecrets(folder, now, []);
    expect(await keptSecrets(folder)).toEqual([newest]);
  });

  test.each([
    ['empty', ''],
    ['cut short', 'abcdef\n'],
    ['of two words', `${'a'.repeat(40)} ${'b'.repeat(40)}\n`],
    ['with a date that is none', `${'a'.repeat(40)}\n${'b'.repeat(40)} until 2026-13-45T00:00:00Z\n`],
    ['with its newest already ending', `${'a'.repeat(40)} until 2026-11-23T10:00:00.000Z\n`],
    ['with a short former one', `${'a'.repeat(40)}\nshort\n`],
  ])('is refused when it is damaged, %s, and left as it is', async (_name, text) => {
    await writeFile(file, text);
    for (const attempt of [() => keptSecrets(folder), () => rotateSecret(folder, now, false)])
      await expect(attempt()).rejects.toThrow(/is damaged: put back the copy that you keep of it, or delete it/);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test.skipIf(process.getuid?.() !== 0)('keeps its owner when the administrator of the machine rotates it', async () => {
    await keptSecrets(folder);
    await chown(file, 4321, 4322);
    await rotateSecret(folder, now, false);
    expect(await stat(file)).toMatchObject({ uid: 4321, gid: 4322 });
  });

  test('is not made by a rotation', async () => {
    await expect(rotateSecret(folder, now, false)).rejects.toThrow(StartupError);
    expect(await readdir(folder)).toEqual([]);
  });
});
