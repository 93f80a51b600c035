import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inPeriod } from '../kernel/dates.ts';
import { OrganizationInput, PoolInput } from '../modules/organizations/organization.ts';
import { CandidacyInput, incompatibilities, MandateInput } from '../modules/people/mandate.ts';
import { ContractInput, PersonInput, personKinds, ServiceInput } from '../modules/people/person.ts';
import { type Centre, centreId, makeCentre, makePool, makePoolRecord } from './centre.ts';
import { addDays, councilDay, legislatureStart } from './days.ts';
import { hasMess, messes } from './mess.ts';
import { municipalityName } from './names.ts';
import { personas } from './personas.ts';
import { sharedPeople } from './shared.ts';

const seed = 'beffroi';
const today = '2026-11-22';
const twelve = [...makePool(12, seed, today)];
const withMess = (mess: keyof typeof messes): Centre => twelve[messes[mess]]!;
const holders = (centre: Centre, kind: string, on = today) => centre.mandates.filter((mandate) => mandate.kind === kind && inPeriod(on, mandate));
const present = (centre: Centre) => centre.contracts.filter((contract) => inPeriod(today, contract));
const anyDay = fc.integer({ min: 0, max: 365 * 12 }).map((days) => addDays('2026-01-01', days));

const data = (record: { id: string }): unknown => {
  const { id: _id, ...values } = record;
  return values;
};

test('the same seed gives the same bytes, another seed or index another centre', () => {
  expect(JSON.stringify([...makePool(12, seed, today)])).toBe(JSON.stringify(twelve));
  expect(JSON.stringify(makeCentre(3, 'other', today).people)).not.toBe(JSON.stringify(twelve[3]!.people));
  expect(makeCentre(3, seed, '2027-03-01').people).toEqual(twelve[3]!.people);
  expect(twelve.map((centre) => centre.id)).toEqual(twelve.map((centre) => centreId(centre.index, seed)));
});

test('every record passes its schema unchanged, for any index and day', () => {
  fc.assert(
    fc.property(fc.nat(20_000), anyDay, (index, day) => {
      const centre = makeCentre(index, seed, day);
      expect(OrganizationInput.parse(centre.organization)).toEqual(centre.organization);
      for (const [schema, records] of [
        [PersonInput, centre.people],
        [ServiceInput, centre.services],
        [ContractInput, centre.contracts],
        [MandateInput, centre.mandates],
        [CandidacyInput, centre.candidacies],
      ] as const) {
        for (const record of records) expect(schema.parse(data(record))).toEqual(data(record));
      }
    }),
    { numRuns: 60 },
  );
  expect(PoolInput.parse(data(makePoolRecord(seed)))).toEqual(data(makePoolRecord(seed)));
});

test('records refer to each other within the centre, and nobody holds a function before coming or after it was decided by a sitting council', () => {
  fc.assert(
    fc.property(fc.nat(20_000), (index) => {
      const centre = makeCentre(index, seed, today);
      const people = new Map(centre.people.map((person) => [person.id, person]));
      const services = new Set(centre.services.map((service) => service.id));
      expect(people.size).toBe(centre.people.length);
      expect(new Set(centre.people.map((person) => `${person.firstName} ${person.lastName}`)).size).toBe(people.size);
      const numbers = centre.people.flatMap((person) => person.ssin ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const service of centre.services) expect((!service.headId || people.has(service.headId)) && (!service.parentId || services.has(service.parentId))).toBe(true);
      for (const contract of centre.contracts) expect(people.has(contract.personId) && (!contract.serviceId || services.has(contract.serviceId))).toBe(true);
      for (const mandate of centre.mandates) {
        const came = centre.contracts
          .filter((contract) => contract.personId === mandate.personId)
          .map((contract) => contract.start)
          .toSorted()[0];
        expect(
          people.has(mandate.personId) && (came ?? '') <= mandate.start && mandate.decidedOn! <= mandate.start && mandate.start <= today && councilDay(mandate.decidedOn!) === mandate.decidedOn,
        ).toBe(true);
      }
      for (const centreMail of [centre.organization.email, ...centre.people.map((person) => person.email)]) expect(centreMail ?? '').toMatch(/^$|[@.]example\.(be|org)$/);
    }),
    { numRuns: 60 },
  );
});

describe('the pool of twelve', () => {
  test('has seven French, four Dutch and one German centre of 15 to 180 people, of every kind, and three of their firms', () => {
    const count = (language: string): number => twelve.filter((centre) => centre.organization.documentLanguage === language).length;
    expect([count('fr'), count('nl'), count('de')]).toEqual([7, 4, 1]);
    const sizes = twelve.map((centre) => centre.people.length);
    expect([Math.min(...sizes), Math.max(...sizes), sizes[0]]).toEqual([15, 183, 69]);
    expect(new Set(twelve.flatMap((centre) => centre.people.map((person) => person.kind)))).toEqual(new Set(personKinds));
    expect(new Set(twelve.flatMap((centre) => centre.contracts.map((contract) => contract.kind))).size).toBe(9);
  });

  test('shares one adviser, deputy and data-protection officer, outsiders in every centre', () => {
    for (const centre of twelve) {
      for (const [role, { firstName, lastName }] of Object.entries(sharedPeople)) {
        const person = centre.people.find((candidate) => candidate.id === centre.cast.shared[role as keyof typeof sharedPeople])!;
        expect([person.firstName, person.lastName, person.kind, person.employer]).toEqual([firstName, lastName, 'outsider', makePoolRecord(seed).name]);
      }
      expect(holders(centre, 'adviser')).toHaveLength(1);
      expect([...holders(centre, 'president'), ...holders(centre, 'directorGeneral'), ...holders(centre, 'itAgent'), ...holders(centre, 'localCorrespondent')]).toHaveLength(4);
      for (const { decidedOn } of centre.policy.approvals) expect([holders(centre, 'president', decidedOn), holders(centre, 'adviser', decidedOn)].map((held) => held.length)).toEqual([1, 1]);
    }
  });

  test('has three years of arrivals, departures, replacements and suspensions', () => {
    const since = addDays(today, -3 * 365);
    const all = twelve.flatMap((centre) => centre.contracts);
    expect(all.filter((contract) => contract.end && contract.end < today && contract.end > since).length).toBeGreaterThan(60);
    expect(all.filter((contract) => contract.start > since && contract.start <= today).length).toBeGreaterThan(100);
    expect(all.some((contract) => contract.start > today)).toBe(true);
    expect(all.filter((contract) => contract.kind === 'replacement').length).toBeGreaterThan(10);
    expect(all.filter((contract) => contract.suspensions.some((suspension) => inPeriod(today, suspension))).length).toBeGreaterThan(5);
  });
});

describe('the mess of reality stands where it is listed, and nowhere else among the twelve', () => {
  const rules: Record<keyof typeof messes, (centre: Centre) => boolean> = {
    personWithoutService: (centre) => present(centre).some((contract) => !contract.serviceId && contract.kind !== 'mission'),
    policyNeverVerified: ({ policy }) =>
      policy.approvals.length > 0 && [...policy.approvals.map((approval) => approval.decidedOn), ...policy.verifications].every((date) => date < addDays(today, -2 * 365)),
    serviceWithoutHead: (centre) => centre.services.some((service) => !service.headId),
    directorGeneralAsAdviser: (centre) => found(centre).includes('directorGeneralAsAdviser'),
    expiredMandate: (centre) => holders(centre, 'dpo').length === 0 && centre.mandates.some((mandate) => mandate.kind === 'dpo'),
    adviserNotNotified: (centre) => holders(centre, 'adviser').some((mandate) => !mandate.federalServiceNotifiedOn),
    missingFacts: (centre) => Object.keys(centre.organization.facts).length === 2,
    justEntered: ({ organization, policy }) => Object.keys(organization.facts).length === 0 && policy.approvals.length === 0,
    headLeft: (centre) => centre.services.some((service) => service.headId && !present(centre).some((contract) => contract.personId === service.headId)),
  };
  const found = (centre: Centre): string[] =>
    incompatibilities({
      mandates: centre.mandates,
      heads: centre.services.flatMap((service) => (service.headId ? [{ headId: service.headId, serviceKind: service.kind }] : [])),
      outsiders: centre.people.flatMap((person) => (person.employer ? [{ personId: person.id, employer: person.employer }] : [])),
      itSupplier: centre.organization.facts.itSupplier,
    }).map((conflict) => conflict.rule);

  test.each(Object.entries(rules))('%s', (mess, holds) => {
    expect(twelve.filter(holds).map((centre) => centre.index)).toEqual([messes[mess as keyof typeof messes]]);
  });
  test('no other centre has somebody in two functions that exclude each other', () => {
    for (const centre of twelve) expect(found(centre)).toEqual(hasMess(centre.index, 'directorGeneralAsAdviser') ? ['directorGeneralAsAdviser'] : []);
  });
  test('one policy was approved this year, and two centres have none', () => {
    expect(twelve.filter(({ policy }) => policy.approvals.length === 0).map(({ index }) => index)).toEqual([messes.missingFacts, messes.justEntered]);
    expect(twelve.some(({ policy }) => policy.approvals.at(-1)?.decidedOn.startsWith('2026'))).toBe(true);
    expect(withMess('policyNeverVerified').policy.approvals).toHaveLength(1);
  });
});

// Well-known municipalities of the three regions: a fictional centre must never be taken for one of theirs.
const real =
  'Aalst Aarschot Amel Andenne Anderlecht Antwerpen Arlon Ath Bastogne Beveren Binche Boom Brugge Bruxelles Büllingen Burg-Reuland Bütgenbach Charleroi Ciney Couvin Dendermonde Diest Dinant Dour Eupen Fleurus Florennes Genk Gent Geraardsbergen Halle Hannut Hasselt Herstal Huy Ieper Ixelles Kelmis Kortrijk La-Louvière Leuven Liège Lontzen Mechelen Mons Mouscron Namur Nivelles Oostende Raeren Roeselare Sankt-Vith Seraing Tournai Turnhout Uccle Verviers Waremme Waterloo Wavre Yvoir'.split(
    ' ',
  );

test('municipalities are as many as asked for, all different, none of them real', () => {
  const names = [
    ...Array.from({ length: 3_500 }, (_, rank) => municipalityName('fr', rank)),
    ...Array.from({ length: 2_000 }, (_, rank) => municipalityName('nl', rank)),
    ...Array.from({ length: 600 }, (_, rank) => municipalityName('de', rank)),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => real.some((known) => known.toLowerCase() === name.toLowerCase()))).toEqual([]);
});

test('slugs, enterprise numbers and identifiers of many centres are unique', () => {
  const seen = { id: new Set<string>(), slug: new Set<string>(), number: new Set<string>() };
  for (const { id, organization } of makePool(600, seed, today)) {
    seen.id.add(id);
    seen.slug.add(organization.slug);
    seen.number.add(organization.enterpriseNumber!);
  }
  expect([seen.id.size, seen.slug.size, seen.number.size]).toEqual([600, 600, 600]);
});

test('personas: every role asked for, whatever the day they are listed, each with an address of its own', () => {
  const list = personas(12, seed, today);
  expect(new Set(list.map((persona) => persona.role))).toEqual(
    new Set([
      'adviser',
      'deputyAdviser',
      'dpo',
      'directorGeneral',
      'president',
      'councilMember',
      'headOfService',
      'staff',
      'itAgent',
      'itSecurityOfficer',
      'archivist',
      'reception',
      'localCorrespondent',
      'auditor',
      'poolCoordinator',
      'federalSupervisor',
      'administrator',
    ]),
  );
  expect(new Set(list.map((persona) => persona.email)).size).toBe(list.length);
  expect(list.every((persona) => /[@.]example\.(be|org)$/.test(persona.email))).toBe(true);
  expect(personas(12, seed, '2028-02-29').map((persona) => persona.email)).toEqual(list.map((persona) => persona.email));
});

test('councils sit from the first Monday of January after the local elections', () => {
  expect([legislatureStart('2026-11-22'), legislatureStart('2025-01-05'), legislatureStart('2031-01-06')]).toEqual(['2025-01-06', '2019-01-07', '2031-01-06']);
});
