import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { RightLevel } from '../grant.ts';

const Texts = z.strictObject({ fr: z.string().min(1), nl: z.string().min(1), de: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][A-Za-z0-9]{0,60}$/);
const Held = z.union([z.strictObject({ resource: id, level: RightLevel }), z.strictObject({ holder: z.array(z.string()).min(1) })]);

const LibraryProfile = z.strictObject({ id, name: Texts, functions: z.array(z.string().min(1)).min(1), rights: z.record(id, RightLevel) });
const LibraryRule = z.strictObject({ id, first: Held, second: Held, reason: Texts, source: Texts });
export type LibraryProfile = z.infer<typeof LibraryProfile>;
export type LibraryRule = z.infer<typeof LibraryRule>;

const read = (file: string): unknown => parse(readFileSync(new URL(`../../../../library/access/${file}.yaml`, import.meta.url), 'utf8'));
const once = <T>(load: () => T): (() => T) => {
  let loaded: T | undefined;
  return () => (loaded ??= load());
};

/** The profiles to start from (library/access/profiles.yaml), read once. */
export const libraryProfiles = once(() => z.strictObject({ profiles: z.array(LibraryProfile) }).parse(read('profiles')).profiles);

/** What one person should not hold together (library/access/segregation.yaml), read once. */
export const libraryRules = once(() => z.strictObject({ rules: z.array(LibraryRule) }).parse(read('segregation')).rules);
