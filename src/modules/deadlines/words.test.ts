import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addMonths } from '../../kernel/dates.ts';
import type { Asking, Obligation, Words } from '../../kernel/obligation.ts';
import { type Rule, ruleIds, rules } from '../../kernel/rules.ts';
import { duties as ofBackups } from '../backups/duties.ts';
import { documentKinds } from '../documents/document.ts';
import { duties as ofDocuments, requiredKinds } from '../documents/duties.ts';
import { reviewDuties } from '../documents/review.ts';
import { duties as ofOrganizations } from '../organizations/duties.ts';
import { type DutyRow, duties as ofPeople, filledKinds } from '../people/duties.ts';
import { duties as ofPlan } from '../plan/duties.ts';
import { notifiedToAuthority, notifiedToFederalService } from '../people/mandate.ts';

const asking: Asking = {
  today: '2026-11-23',
  now: new Date('2026-11-23T10:00:00Z'),
  due: (_rule, _centre, start) => ('on' in start ? { on: addMonths(start.on, 1) } : start),
  since: () => '2026-01-05',
};
const row = { organizationId: 'c', id: 'r', date: '2026-10-01', name: 'Odile Lambin' };
const filled = Object.keys(filledKinds) as (keyof typeof filledKinds)[];

/** Every obligation that the rooms can make, once. */
const every: Obligation[] = [
  ...ofPeople(
    [
      ...filled.flatMap((kind): DutyRow[] => [
        { ...row, what: 'vacant', kind, name: null },
        { ...row, what: 'vacant', kind, name: null, date: null },
        { ...row, what: 'ending', kind },
      ]),
      ...notifiedToFederalService.flatMap((kind) => (['undecided', 'federalNotice', 'candidacyUnsent', 'candidacySent'] as const).map((what) => ({ ...row, what, kind }))),
      ...notifiedToAuthority.map((kind) => ({ ...row, what: 'authorityNotice' as const, kind })),
      { ...row, what: 'headless', kind: 'social', date: null },
      { ...row, what: 'headGone', kind: 'social' },
      { ...row, what: 'departure', kind: 'permanent' },
      { ...row, what: 'departure', kind: 'traineeship' },
    ],
    asking,
  ),
  ...reviewDuties(
    [...documentKinds, 'own' as const].map((kind) => ({ organizationId: 'c', id: kind, personId: 'p', kind, ownId: kind === 'own' ? 'o' : null, until: '2026-12-01', askedOn: '2026-11-17' })),
    asking,
  ),
  ...ofDocuments(
    [
      ...requiredKinds.map((kind) => ({ ...row, what: 'missing' as const, kind, date: null })),
      ...documentKinds.flatMap((kind) => (['draft', 'inForce'] as const).map((what) => ({ ...row, what, kind }))),
      ...(['draft', 'inForce'] as const).map((what) => ({ ...row, what, kind: 'own' as const, own: { id: 'o', title: 'Charte', yearlyReview: true } })),
    ],
    asking,
  ),
  ...ofPlan(
    (['action', 'budget'] as const).map((what) => ({ ...row, what, number: 4, title: 'Chiffrer', year: what === 'budget' ? 2027 : null, personId: null, role: null })),
    [{ organizationId: 'c', submittedYear: null, leave: null }],
    asking,
  ),
  ...ofOrganizations([{ organizationId: 'c', open: 3 }], asking),
  ...ofBackups({ id: 'r', finishedAt: new Date('2026-11-22T02:00:00Z') }, asking),
];

const textOf = (file: string, key: string): unknown =>
  key.split('.').reduce<unknown>((group, name) => (group as Record<string, unknown> | undefined)?.[name], JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')));

test('every obligation has its words in its room, with nothing left to fill', () => {
  for (const { room, title, reason, waitsFor, action } of every)
    for (const words of [title, reason, waitsFor, action.label].filter((one): one is Words => one !== undefined)) {
      const said = textOf(`${room}/locales/obligations.fr.json`, words.key);
      expect(said, `${room} ${words.key}`).toBeTypeOf('string');
      expect([...String(said).matchAll(/\{\{(\w+)\}\}/g)].map((gap) => gap[1]).toSorted(), words.key).toEqual(Object.keys(words.values ?? {}).toSorted());
    }
});

test('what mails and calendars show names nobody, and neither does an address', () => {
  for (const { title, reason, action } of every) expect(JSON.stringify([title, reason, action])).not.toMatch(/Lambin|Odile/);
});

test('every rule, what starts it and its source are said in words', () => {
  for (const id of ruleIds) {
    const rule: Rule = rules[id];
    for (const key of [`rules.${id}`, `starts.${rule.starts}`, `sources.${rule.source}`]) expect(textOf('deadlines/locales/fr.json', key), key).toBeTypeOf('string');
  }
});

test.each([
  ['vacant', 'adviser', '2026-10-01', 'adviserAppointed', '2026-10-02', 'people/mandates/new?kind=adviser'],
  ['vacant', 'dpo', null, 'dpoAppointed', '2026-01-05', 'people/mandates/new?kind=dpo'],
  ['ending', 'directorGeneral', '2026-12-31', 'directionAppointed', '2027-01-01', 'people/mandates/r'],
  ['headGone', 'social', '2026-09-30', 'serviceHeaded', '2026-10-01', 'people/services/r'],
  ['headless', 'social', null, 'serviceHeaded', '2026-01-05', 'people/services/r'],
  ['departure', 'traineeship', '2026-11-30', 'traineeAccountsEnded', '2026-11-30', 'people/contracts/r'],
  ['departure', 'fixedTerm', '2026-11-30', 'accountsDisabled', '2026-11-30', 'people/contracts/r'],
] as const)('%s of %s on %s is the duty %s from %s, done at %s', (what, kind, date, rule, start, path) => {
  expect(ofPeople([{ ...row, what, kind, date } as DutyRow], asking)).toMatchObject([{ rule, start: { on: start }, action: { path } }]);
});

test.each([
  ['securityPolicyFormal', 'directorGeneral,president'],
  ['adviserAppointmentLetter', 'directorGeneral,president'],
  ['undertakingStaff', 'directorGeneral'],
] as const)('the draft of %s is decided by %s', (kind, roles) => {
  expect(ofDocuments([{ ...row, what: 'draft', kind }], asking)[0]?.act.roles.join()).toBe(roles);
});
