import type { CivilDate } from '../kernel/dates.ts';
import type { OrganizationInput, PoolInput } from '../modules/organizations/organization.ts';
import type { Contract } from './contracts.ts';
import { departed, followedSince } from './departures.ts';
import { firmPeople } from './firms.ts';
import { type Candidacy, joinedOn, makeCandidacies, makeMandates, type Mandate } from './mandates.ts';
import { type Cast, makePeople, type Person } from './people.ts';
import { makeOrganization, sizeOf } from './profile.ts';
import { randomOf } from './random.ts';
import { remainsOf } from './remains.ts';
import type { Service } from './services.ts';
import { poolName } from './shared.ts';
import { type PolicyStory, policyStory } from './story.ts';

/** Everything a fictional centre holds. Identifiers come from the seed and the index alone, whatever the day. */
export type Centre = {
  index: number;
  id: string;
  organization: OrganizationInput;
  joinedPoolOn: CivilDate;
  followedSince: CivilDate;
  people: Person[];
  services: Service[];
  contracts: Contract[];
  mandates: Mandate[];
  candidacies: Candidacy[];
  policy: PolicyStory;
  cast: Cast;
};

/** The centre of that index (from 0), always the same for the same seed and day. `today` is a civil date; the story ends there. */
export const makeCentre = (index: number, seed: string, today: CivilDate): Centre => {
  const random = randomOf(`${seed}/centre/${index}`);
  const id = random.id();
  const size = sizeOf(index, random);
  const organization = makeOrganization(index, size, random, today);
  const { cast, ...registers } = makePeople(index, size, organization, random, today);
  const remains = remainsOf(index, registers.people, cast, randomOf(`${seed}/remains/${index}`), today);
  return {
    index,
    id,
    organization,
    joinedPoolOn: joinedOn(index, today),
    followedSince: followedSince(index, today),
    ...registers,
    people: [...registers.people, ...remains.people, ...firmPeople(index, organization.documentLanguage, seed)],
    contracts: departed(index, [...registers.contracts, ...remains.contracts], today),
    mandates: makeMandates(index, cast, registers.contracts, random, today),
    candidacies: makeCandidacies(index, cast, organization.documentLanguage, random, today),
    policy: policyStory(index, today),
    cast,
  };
};

/** Identifier of a centre without making the whole of it. */
export const centreId = (index: number, seed: string): string => randomOf(`${seed}/centre/${index}`).id();

/** The pool that shares its adviser among all centres. */
export const makePoolRecord = (seed: string): PoolInput & { id: string } => ({ id: randomOf(`${seed}/pool`).id(), name: poolName, form: 'association' });

/** So many centres, one after the other: only the one at hand is in memory. */
export const makePool = function* (count: number, seed: string, today: CivilDate): Generator<Centre> {
  for (let index = 0; index < count; index += 1) yield makeCentre(index, seed, today);
};
