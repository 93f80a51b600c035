import { z } from 'zod';
import { searchText } from '../../kernel/search.ts';
import { reaches, RightLevel } from './grant.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.uuid().toLowerCase();

/** A profile as a client sends it: of which functions, in which service, which rights. */
export const ProfileInput = z
  .strictObject({
    name: text(120),
    functions: z.array(text(120)).max(60).default([]),
    serviceId: id.optional(),
    note: text(2000).optional(),
    rights: z
      .array(z.strictObject({ resourceId: id, level: RightLevel }))
      .max(200)
      .default([]),
  })
  .refine((profile) => profile.functions.length > 0 || profile.serviceId, { message: 'functionOrService', path: ['functions'] })
  .refine((profile) => new Set(profile.rights.map(({ resourceId }) => resourceId)).size === profile.rights.length, { message: 'resourceTwice', path: ['rights'] })
  .meta({ id: 'AccessProfileData', example: { name: 'Assistant social', functions: ['Assistant social', 'Assistante sociale'], rights: [] } });
export type ProfileInput = z.infer<typeof ProfileInput>;

export type ProfileRight = { resourceId: string; level: RightLevel };
export type Profile = { id: string; name: string; functions: readonly string[]; serviceId: string | null; rights: readonly ProfileRight[] };
/** A function in a service, as a contract names them. */
export type Job = { function?: string | null | undefined; serviceId?: string | null | undefined };

/** How well a profile's functions fit one: how many letters they share from the start, whole words; 0 for none. Accents and capitals do not count. */
const fit = (profile: Pick<Profile, 'functions'>, folded: string): number =>
  Math.max(0, ...profile.functions.map((name) => searchText(name)).map((name) => (name !== '' && (folded === name || folded.startsWith(`${name} `)) ? name.length : 0)));

/**
 * The profiles that go with a job: of those that name functions, the ones that fit it closest (« Assistant social en énergie » before « Assistant
 * social »); of those that name none, the ones of its service.
 */
export const profilesFor = <P extends Pick<Profile, 'functions' | 'serviceId'>>(profiles: readonly P[], { function: name, serviceId }: Job): P[] => {
  const folded = searchText(name);
  const ofService = profiles.filter((profile) => profile.serviceId === null || profile.serviceId === (serviceId ?? undefined));
  const closest = Math.max(0, ...ofService.map((profile) => fit(profile, folded)));
  return ofService.filter((profile) => (profile.functions.length === 0 ? profile.serviceId !== null : closest > 0 && fit(profile, folded) === closest));
};

/** The rights of several profiles together: each resource once, at the highest level. */
export const together = (profiles: readonly Pick<Profile, 'rights'>[]): ProfileRight[] => {
  const all = new Map<string, ProfileRight>();
  for (const right of profiles.flatMap(({ rights }) => rights)) {
    const known = all.get(right.resourceId);
    if (!known || !reaches(known.level, right.level)) all.set(right.resourceId, { resourceId: right.resourceId, level: right.level });
  }
  return [...all.values()];
};

/** What somebody holds against what their profiles say: what they lack, and what they have beyond them (another resource, or a higher level). */
export const compared = <H extends { resourceId: string; level: RightLevel }>(wanted: readonly ProfileRight[], held: readonly H[]): { missing: ProfileRight[]; beyond: H[] } => {
  const of = new Map(wanted.map((right) => [right.resourceId, right.level]));
  return {
    missing: wanted.filter(({ resourceId, level }) => !held.some((right) => right.resourceId === resourceId && reaches(right.level, level))),
    beyond: held.filter(({ resourceId, level }) => !of.has(resourceId) || !reaches(of.get(resourceId)!, level)),
  };
};

/** Rights to be given to somebody after their profile, each by resource and level, from a day on. */
export const ProfileGiving = z
  .strictObject({
    personId: id,
    start: z.iso.date(),
    rights: z
      .array(z.strictObject({ resourceId: id, level: RightLevel }))
      .min(1, 'chooseOne')
      .max(200),
  })
  .meta({
    id: 'AccessProfileGivingData',
    example: { personId: '01990000-0000-7000-8000-000000000001', start: '2026-11-23', rights: [{ resourceId: '01990000-0000-7000-8000-000000000002', level: 'read' }] },
  });
/** Entries of the library to begin with. */
export const FromLibrary = z.strictObject({ ids: z.array(z.string().max(61)).min(1, 'chooseOne').max(60) }).meta({ id: 'AccessProfilesFromLibraryData', example: { ids: ['socialWorker'] } });
