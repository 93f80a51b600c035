import { Facts, Profile } from './organization.ts';

export type Question = keyof Profile;
export type Fact = keyof Facts;

/** The questions of the profile, in the order in which they are asked. */
export const questions = Object.keys(Profile.shape) as Question[];
export const facts = Object.keys(Facts.shape) as Fact[];

/** Answers of the profile that make a fact pointless: no server of one's own, no place of the server to name. */
const pointless: Partial<Record<Fact, (profile: Profile) => boolean>> = {
  serverRoomPlace: ({ server }) => server === 'hosted' || server === 'none',
  archivePlace: ({ archives }) => archives === 'none',
  itSupplier: ({ itManagement }) => itManagement === 'internal' || itManagement === 'municipality',
  websiteUrl: ({ website }) => website === false,
};

/** True when the policy of a centre with this profile names the fact, or may name it as long as the question stands open. */
export const isNamed = (fact: Fact, profile: Profile): boolean => !pointless[fact]?.(profile);

/** The questions that nobody has answered and the facts that the policy would lack, in their order on the page. */
export const missing = (profile: Profile, known: Facts): { questions: Question[]; facts: Fact[] } => ({
  questions: questions.filter((question) => profile[question] === undefined),
  facts: facts.filter((fact) => known[fact] === undefined && isNamed(fact, profile)),
});
