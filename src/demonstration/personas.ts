import type { CivilDate } from '../kernel/dates.ts';
import { inLanguage, type Language } from '../kernel/language.ts';
import type { CentreRole, InstallationRole, Role } from '../kernel/permissions.ts';
import type { MandateKind } from '../modules/people/mandate.ts';
import { type Centre, makeCentre } from './centre.ts';
import { addDays } from './days.ts';
import type { Person } from './people.ts';
import { sharedPeople, type SharedRole, sharedRoles } from './shared.ts';

/** The one password of every persona; known to all, so only ever used where a banner says that this is a demonstration. */
export const demonstrationPassword = 'quatre tours sous la pluie';

/** Somebody to sign in as. `link` says how they belong to a centre: by their person there (mandates and contracts give the roles) or by a grant. */
export type Persona = {
  role: Role;
  name: string;
  email: string;
  language: Language;
  /** Official name of the one centre they work for; absent when for all or none. */
  centre?: string;
  installation?: InstallationRole;
  shared?: SharedRole;
  link?: { centreIndex: number; personId?: string; roles: CentreRole[]; end?: CivilDate };
};

const centreName = (centre: Centre): string => inLanguage(centre.organization.name, centre.organization.documentLanguage);

const ofPerson = (centre: Centre, person: Person, role: Role): Persona => ({
  role,
  name: `${person.firstName} ${person.lastName}`,
  email: person.email ?? `${role.toLowerCase()}@${centre.organization.slug}.example.be`,
  language: centre.organization.documentLanguage,
  centre: centreName(centre),
  link: { centreIndex: centre.index, personId: person.id, roles: [] },
});

const holding = (centre: Centre, kind: MandateKind, today: CivilDate): Persona[] => {
  const mandate = centre.mandates.find((held) => held.kind === kind && held.start <= today && (!held.end || held.end >= today));
  const person = centre.people.find(({ id }) => id === mandate?.personId);
  return person ? [ofPerson(centre, person, kind)] : [];
};

const headOfService = (centre: Centre): Persona[] => {
  const person = centre.people.find(({ id }) => id === centre.cast.heads.get('social'));
  return person ? [ofPerson(centre, person, 'headOfService')] : [];
};

/** A member of staff with an address, a running contract in a service, and nothing else. */
export const plainWorker = (centre: Centre, today: CivilDate): Person | undefined => {
  const busy = new Set([...centre.mandates.map(({ personId }) => personId), ...centre.cast.heads.values()]);
  const working = new Set(centre.contracts.filter((contract) => contract.serviceId && contract.start <= today && !contract.end && contract.suspensions.length === 0).map(({ personId }) => personId));
  return centre.people.find((candidate) => candidate.kind === 'staff' && candidate.email && working.has(candidate.id) && !busy.has(candidate.id));
};
const plainStaff = (centre: Centre, today: CivilDate): Persona[] => {
  const person = plainWorker(centre, today);
  return person ? [ofPerson(centre, person, 'staff')] : [];
};

/** Centres by index whose people sign in: the first, and the first Dutch- and German-speaking ones for their director-general. */
const first = 0;
const otherLanguages = [2, 4];

/** Everybody one may sign in as, in the order of the printed list. All share `demonstrationPassword`. */
export const personas = (centers: number, seed: string, today: CivilDate): Persona[] => {
  if (centers < 1) return installationPersonas;
  const centre = makeCentre(first, seed, today);
  const held = (kind: MandateKind): Persona[] => holding(centre, kind, today);
  return [
    ...sharedRoles.map((role): Persona => ({
      role,
      name: `${sharedPeople[role].firstName} ${sharedPeople[role].lastName}`,
      email: sharedPeople[role].email,
      language: sharedPeople[role].language,
      shared: role,
    })),
    ...held('directorGeneral'),
    ...otherLanguages.filter((index) => index < centers).flatMap((index) => holding(makeCentre(index, seed, today), 'directorGeneral', today)),
    ...held('president'),
    ...held('councilMember'),
    ...headOfService(centre),
    ...plainStaff(centre, today),
    ...held('itAgent'),
    ...held('itSecurityOfficer'),
    ...held('archivist'),
    ...held('reception'),
    ...held('localCorrespondent'),
    { role: 'auditor', name: 'Hélène Marchandise', email: 'audit@example.org', language: 'fr', centre: centreName(centre), link: { centreIndex: first, roles: ['auditor'], end: addDays(today, 60) } },
    ...installationPersonas,
  ];
};

const installationPersonas: Persona[] = [
  { role: 'poolCoordinator', name: 'Benoît Lardinois', email: 'coordination@example.be', language: 'fr', installation: 'poolCoordinator' },
  { role: 'federalSupervisor', name: 'Katrien Wuyts', email: 'federal@example.be', language: 'nl', installation: 'federalSupervisor' },
  { role: 'administrator', name: 'Quentin Gosset', email: 'administrateur@example.be', language: 'fr', installation: 'administrator' },
];
