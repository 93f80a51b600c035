import type { CivilDate } from '../kernel/dates.ts';
import type { OrganizationInput } from '../modules/organizations/organization.ts';
import type { PersonInput } from '../modules/people/person.ts';
import { beginning, type Contract, ending, gone, longServing, passing, present, suspended } from './contracts.ts';
import { addDays } from './days.ts';
import { hasMess } from './mess.ts';
import { personName, slugOf } from './names.ts';
import { nationalNumber, phone } from './numbers.ts';
import type { Random } from './random.ts';
import { makeServices, type Service } from './services.ts';
import { poolName, sharedPeople, type SharedRole, sharedRoles } from './shared.ts';
import { type ServiceKey, wording } from './wording.ts';

export type Person = PersonInput & { id: string };

/** Who is who in a centre, for those who give mandates. */
export type Cast = {
  directorGeneral: string;
  council: string[];
  shared: Record<SharedRole, string>;
  technician: string;
  heads: Map<ServiceKey, string>;
  /** Present staff that head nothing, by service. */
  staff: Map<ServiceKey, string[]>;
};

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** How many of each kind make up so many people. */
const counts = (size: number) => {
  const council = clamp(Math.round(size * 0.14), 5, 13);
  const attendees = size >= 60 ? 1 : 0;
  const volunteers = size >= 30 ? clamp(Math.floor(size / 30), 1, 4) : 0;
  const trainees = Math.floor(size / 25);
  const students = Math.floor(size / 35);
  const apprentices = Math.floor(size / 60);
  const workers = size - council - attendees - volunteers - trainees - students - apprentices - sharedRoles.length - 1;
  const leavers = Math.max(1, Math.floor(workers * 0.12));
  return { council, attendees, volunteers, trainees, students, apprentices, leavers, staff: workers - leavers };
};

/** Everybody of a centre, their services and contracts. */
export const makePeople = (index: number, size: number, organization: OrganizationInput, random: Random, today: CivilDate) => {
  const language = organization.documentLanguage;
  const words = wording[language];
  const host = `${organization.slug}.example.be`;
  const count = counts(size);
  const { services, next } = makeServices(size, language, random);
  const people: Person[] = [];
  const contracts: Contract[] = [];
  const known = new Set<string>(sharedRoles.map((role) => `${sharedPeople[role].firstName} ${sharedPeople[role].lastName}`));
  const numbers = new Set<string>();

  const add = (kind: Person['kind'], more: Partial<PersonInput> = {}): string => {
    let name = personName(random, language);
    // Two people of one centre never share a whole name: addresses are made from it.
    while (known.has(`${name.firstName} ${name.lastName}`)) name = personName(random, language);
    known.add(`${name.firstName} ${name.lastName}`);
    const number = nationalNumber(random, name.title);
    const reachable = kind === 'staff' ? 0.93 : kind === 'councilMember' ? 0.8 : 0.5;
    const person: Person = {
      id: random.id(),
      ...name,
      kind,
      ...(random.chance(0.9) ? { language } : {}),
      ...(random.chance(reachable) || people.length === 0 ? { email: `${slugOf(name.firstName)}.${slugOf(name.lastName)}@${host}` } : {}),
      ...(random.chance(0.3) ? { phone: phone(random, words.zone) } : {}),
      ...(kind === 'staff' && random.chance(0.35) && !numbers.has(number) ? { ssin: number } : {}),
      ...more,
    };
    numbers.add(number);
    people.push(person);
    return person.id;
  };
  const job = (personId: string, key: ServiceKey, name: string) => ({ personId, serviceId: services.get(key)!.id, function: name });
  const usual = (key: ServiceKey): string => random.pick(words.services[key].functions.slice(1));

  const directorGeneral = add('staff', { email: `direction@${host}` });
  services.get('management')!.headId = directorGeneral;
  contracts.push(...longServing(random, job(directorGeneral, 'management', words.functions.directorGeneral), today));
  const heads = new Map<ServiceKey, string>([['management', directorGeneral]]);
  const staff = new Map<ServiceKey, string[]>([...services.keys()].map((key) => [key, []]));
  const last = [...services.keys()].at(-1)!;
  for (const key of services.keys()) {
    if (key === 'management' || (key === last && hasMess(index, 'serviceWithoutHead'))) continue;
    const head = add('staff', { email: `${key === 'it' ? 'it' : slugOf(words.services[key].name)}@${host}` });
    heads.set(key, head);
    services.get(key)!.headId = head;
    const held = present(random, job(head, key, words.services[key].functions[0]!), today);
    contracts.push(...(key === last && hasMess(index, 'headLeft') ? [{ ...held[0]!, start: addDays(today, -2_000), end: addDays(today, -40) }] : held));
  }

  for (let left = count.staff - heads.size; left > 0; left -= 1) {
    const key = next();
    const person = add('staff');
    const colleagues = staff.get(key)!;
    const name = usual(key);
    // Of each seven colleagues of a service one was or is absent, and the next one replaces them.
    const absent = colleagues.length % 7 === 6 ? contracts.findLast((contract) => contract.personId === colleagues.at(-1) && !contract.end && contract.start < addDays(today, -400)) : undefined;
    if (absent) {
      const pair = suspended(random, absent, job(person, key, `${absent.function} (${words.functions.replacement})`), today, colleagues.length === 6);
      contracts[contracts.indexOf(absent)] = pair.contract;
      contracts.push(pair.replacement);
      if (pair.replacement.end) contracts.push(...beginning(random, job(person, key, name), addDays(pair.replacement.end, 1)));
    } else contracts.push(...present(random, job(person, key, name), today));
    colleagues.push(person);
  }
  const social = staff.get('social')!;
  const lastOf = (person: string | undefined): number => contracts.findLastIndex((contract) => contract.personId === person && !contract.end && contract.suspensions.length === 0);
  const leaving = lastOf(social.at(-1));
  if (size >= 30 && leaving >= 0) contracts[leaving] = ending(contracts[leaving]!, addDays(today, 21));
  const adrift = lastOf(social.at(0));
  if (hasMess(index, 'personWithoutService') && adrift >= 0) delete contracts[adrift]!.serviceId;
  for (let left = 0; left < count.leavers; left += 1) {
    const key = next();
    // The last one has not come yet rather than gone.
    const coming = size >= 30 && left === count.leavers - 1;
    const person = add('staff');
    contracts.push(...(coming ? beginning(random, job(person, key, usual(key)), addDays(today, 14)) : gone(random, job(person, key, usual(key)), today)));
  }
  const visitors = [
    ['trainee', 'traineeship', count.trainees],
    ['apprentice', 'apprenticeship', count.apprentices],
    ['student', 'studentJob', count.students],
    ['volunteer', 'volunteering', count.volunteers],
  ] as const;
  for (const [kind, contractKind, many] of visitors) {
    for (let at = 0; at < many; at += 1)
      contracts.push(...passing(random, job(add(kind), kind === 'trainee' ? 'social' : kind === 'volunteer' ? last : 'administration', words.functions[kind]), contractKind, today));
  }

  const council = Array.from({ length: count.council }, (_, at) => add('councilMember', at === 0 ? { email: `presidence@${host}` } : {}));
  for (let at = 0; at < count.attendees; at += 1) add('meetingAttendee', { note: words.attendee });
  const shared = Object.fromEntries(sharedRoles.map((role) => [role, add('outsider', { ...sharedPeople[role], ssin: undefined, phone: undefined, employer: poolName })])) as Record<SharedRole, string>;
  const itHead = heads.get('it');
  const firm = organization.facts.itSupplier ?? (organization.profile.itManagement === 'municipality' ? organization.municipality : words.suppliers[index % words.suppliers.length]!);
  const technician = add('outsider', { employer: firm, email: `${slugOf(firm)}.${slugOf(organization.slug)}@example.org` });
  contracts.push(...passing(random, { personId: technician, ...(itHead ? { serviceId: services.get('it')!.id } : {}), function: words.functions.technician }, 'mission', today));

  for (const person of people) for (const key of ['ssin', 'phone'] as const) if (person[key] === undefined) delete person[key];
  return { people, services: [...services.values()] satisfies Service[], contracts, cast: { directorGeneral, council, shared, technician, heads, staff } satisfies Cast };
};
