import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../documents/html.ts';
import type { LibraryNode } from '../../documents/nodes.ts';
import { variableNames } from '../../documents/names.ts';
import { type Block, type Inline } from '../../documents/section.ts';
import { documentLanguages } from '../../kernel/language.ts';
import { approvalFaults, documentFileName, documentKinds, documentRules, documentTransitions, reviewDueOn } from './document.ts';
import { type DocumentFacts, documentValues, holderOf } from './facts.ts';
import { completeFacts } from './fixture.ts';
import { hours, longDate } from './format.ts';
import de from './locales/de.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import { documentModel } from './model.ts';
import { libraryText } from './server/library.ts';
import { organizationChart, platformTable } from './tables.ts';
import { missingVariables, variablePlaces } from './variables.ts';

const today = '2026-11-22';
const flat = (content: Inline[]): string => content.map(({ text }) => text).join('');
const rowsOf = (block: Block | undefined): string[][] => (block?.type === 'table' ? block.rows.map((row) => row.map(flat)) : []);

describe('the rules of approval', () => {
  const council = { decidedOn: '2026-11-17', decisionNumber: '2026/118', approver: 'council' } as const;
  test.each([
    ['an approval as it should be', 'securityPolicyFormal', council, {}, []],
    ['today', 'securityPolicyFormal', { ...council, decidedOn: today }, {}, []],
    ['tomorrow', 'securityPolicyFormal', { ...council, decidedOn: '2026-11-23' }, {}, ['decidedOn:inTheFuture']],
    ['the day of the version in force', 'securityPolicyFormal', council, { inForceDecidedOn: '2026-11-17' }, []],
    ['before the version in force', 'securityPolicyFormal', council, { inForceDecidedOn: '2026-11-18' }, ['decidedOn:beforeVersionInForce']],
    ['a council without number', 'securityPolicyFormal', { ...council, decisionNumber: undefined }, {}, ['decisionNumber:required']],
    ['the management for the policy', 'securityPolicyFormal', { decidedOn: '2026-11-17', approver: 'management' }, {}, ['approver:wrongApprover']],
    ['the operational part with the report', 'securityPolicyOperational', { ...council, approver: 'councilWithAnnualReport' }, {}, []],
    ['the operational part at another session', 'securityPolicyOperational', council, {}, []],
    ['the formal part with the report', 'securityPolicyFormal', { ...council, approver: 'councilWithAnnualReport' }, {}, ['approver:wrongApprover']],
    ['a letter', 'adviserAppointmentLetter', { decidedOn: '2026-11-17', approver: 'signatory' }, {}, []],
    ['an undertaking', 'undertakingStaff', { decidedOn: '2026-11-17', approver: 'management' }, {}, []],
    ['an appointment of another day', 'adviserAppointmentDecision', council, { mandate: { decidedOn: '2026-11-16', decisionNumber: '2026/118' } }, ['decidedOn:notTheDecisionOfTheMandate']],
    ['an appointment of another number', 'adviserAppointmentDecision', council, { mandate: { decidedOn: '2026-11-17', decisionNumber: '2026/1' } }, ['decisionNumber:notTheDecisionOfTheMandate']],
    ['a policy beside that decision', 'securityPolicyFormal', council, { mandate: { decidedOn: '2026-11-16', decisionNumber: '2026/1' } }, []],
  ] as const)('%s', (_name, kind, approval, context, faults) => {
    expect(approvalFaults(kind, approval, { today, ...context }).map(({ name, code }) => `${name}:${code}`)).toEqual(faults);
  });

  test('only a draft is approved or deleted, only what is in force is verified, and nothing comes back', () => {
    expect(
      Object.entries(documentTransitions)
        .filter(([, { approve }]) => approve)
        .map(([state]) => state),
    ).toEqual(['draft']);
    expect(
      Object.entries(documentTransitions)
        .filter(([, state]) => state.delete)
        .map(([state]) => state),
    ).toEqual(['draft']);
    expect(
      Object.entries(documentTransitions)
        .filter(([, { verify }]) => verify)
        .map(([state]) => state),
    ).toEqual(['approved']);
    expect([documentTransitions.draft.next, documentTransitions.approved.next, documentTransitions.superseded.next]).toEqual(['approved', 'superseded', undefined]);
  });
});

test.each([
  ['securityPolicyFormal', '2025-11-24', undefined, '2026-11-24'],
  ['securityPolicyFormal', '2024-02-29', undefined, '2025-02-28'],
  ['securityPolicyFormal', '2023-02-28', undefined, '2024-02-28'],
  ['securityPolicyFormal', '2024-11-24', '2025-10-01', '2026-10-01'],
  ['securityPolicyFormal', '2023-05-05', '2024-02-29', '2025-02-28'],
  ['securityPolicyFormal', '2025-12-31', '2025-01-01', '2026-12-31'],
  ['securityPolicyOperational', '2025-12-31', null, '2026-12-31'],
  ['adviserAppointmentLetter', '2025-12-31', undefined, undefined],
  ['undertakingStaff', '2025-12-31', '2026-01-01', undefined],
] as const)('%s decided on %s, verified on %s, is to be verified by %s', (kind, decidedOn, verifiedOn, due) => {
  expect(reviewDueOn(kind, decidedOn, verifiedOn)).toBe(due);
});

test('file names are ASCII, say draft in the language, and differ for every kind, language and state', () => {
  const names = documentKinds.flatMap((kind) =>
    documentLanguages.flatMap((language) => (['draft', 'approved'] as const).map((state) => documentFileName({ slug: 'valombre', kind, language, number: 4, state }, 'pdf'))),
  );
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z0-9-]+\.pdf$/);
  expect(documentFileName({ slug: 'valombre', kind: 'securityPolicyFormal', language: 'fr', number: 4, state: 'superseded' }, 'docx')).toBe('valombre-politique-securite-partie-formelle-v4.docx');
  expect(documentFileName({ slug: 'valombre', kind: 'securityPolicyFormal', language: 'de', number: 5, state: 'draft' }, 'pdf')).toBe('valombre-sicherheitspolitik-formeller-teil-v5-entwurf.pdf');
});

test.each([
  ['fr', '2026-01-01', '1er janvier 2026'],
  ['fr', '2026-08-31', '31 août 2026'],
  ['nl', '2026-03-01', '1 maart 2026'],
  ['de', '2024-02-29', '29. Februar 2024'],
] as const)('in %s, %s is written %s', (language, date, written) => {
  expect(longDate(date, language).replace('\u00a0', ' ')).toBe(written);
});

test('hours have a decimal comma where they need one', () => {
  expect([400, 450, 1975].map(hours)).toEqual(['4', '4,5', '19,75']);
});

describe('the facts of a document', () => {
  test('of several holders the last appointed counts, from the first day to the last', () => {
    const one = completeFacts().mandates.find(({ kind }) => kind === 'adviser');
    const mandates = [
      { ...one!, id: 'a', start: '2024-01-01', end: '2026-11-22' },
      { ...one!, id: 'b', start: '2026-11-23' },
    ];
    expect(holderOf(mandates, 'adviser', '2026-11-22')?.id).toBe('a');
    expect(holderOf(mandates, 'adviser', '2026-11-23')?.id).toBe('b');
    expect(holderOf(mandates, 'adviser', '2023-12-31')).toBeUndefined();
    expect(holderOf(mandates, 'adviser', '2026-11-22', 'appointedLast')?.id).toBe('b');
  });

  test('a complete centre lacks nothing in any document of any language, and each text signs where its rules say', () => {
    const signing = (nodes: LibraryNode[]): string[] => nodes.flatMap((node) => (node.type === 'signatures' ? [node.name] : node.type === 'if' ? [...signing(node.yes), ...signing(node.no)] : []));
    for (const kind of documentKinds) {
      for (const language of documentLanguages) {
        const text = libraryText(kind, language);
        const { missing, model } = documentModel(text, completeFacts(), kind, language, { number: 1, draftedOn: today, earlier: [] }, today);
        expect(missing, `${kind} ${language}`).toEqual([]);
        expect(model.layout).toBe(documentRules[kind].layout);
        expect(new Set(text.sections.flatMap(({ nodes }) => signing(nodes)))).toEqual(new Set([documentRules[kind].signatures]));
      }
    }
  });

  test.each(['adviserAppointmentDecision', 'undertakingStaff'] as const)('%s quotes the law of its region, not the other one', (kind) => {
    const facts = completeFacts();
    const said = (region: string) =>
      renderHtml(documentModel(libraryText(kind, 'fr'), { ...facts, organization: { ...facts.organization, region } }, kind, 'fr', { number: 1, draftedOn: today, earlier: [] }, today).model);
    for (const [region, quoted, other] of [
      ['flanders', 'sur l’administration locale', '1976'],
      ['wallonia', '1976', 'sur l’administration locale'],
    ] as const) {
      expect(said(region)).toContain(quoted);
      expect(said(region)).not.toContain(other);
    }
  });

  test('what is missing says where to enter it, on the record that lacks it', () => {
    const facts = completeFacts();
    const mandates = facts.mandates.map((mandate) => (mandate.kind === 'adviser' ? { ...mandate, federalServiceNotifiedOn: null } : mandate));
    const organization = { ...facts.organization, profile: { ...facts.organization.profile, wifi: undefined }, facts: { ...facts.organization.facts, charterApprovedOn: undefined } };
    const formal = documentModel(libraryText('securityPolicyFormal', 'fr'), { ...facts, mandates, organization }, 'securityPolicyFormal', 'fr', { number: 1, draftedOn: today, earlier: [] }, today);
    expect(formal.missing).toEqual([
      { variable: 'adviser.notifiedOn', label: 'variables.adviser.notifiedOn', where: { page: 'mandates', field: 'federalServiceNotifiedOn', mandate: 'adviser' }, mandateId: 'mandate-adviser' },
      { variable: 'facts.charterApprovedOn', label: 'variables.facts.charterApprovedOn', where: { page: 'organization', field: 'facts.charterApprovedOn' } },
    ]);
    const operational = documentModel(
      libraryText('securityPolicyOperational', 'nl'),
      { ...facts, organization },
      'securityPolicyOperational',
      'nl',
      { number: 1, draftedOn: today, earlier: [] },
      today,
    );
    expect(operational.missing.map(({ variable }) => variable)).toContain('profile.wifi');
  });

  test.each(documentKinds.filter((kind) => documentRules[kind].signatures === 'council'))('%s lacks whoever would sign it, and is not signed by somebody to come', (kind) => {
    const facts = completeFacts();
    const mandates = facts.mandates.filter(({ kind: of }) => of !== 'president').map((mandate) => (mandate.kind === 'directorGeneral' ? { ...mandate, start: '2026-11-23' } : mandate));
    for (const language of documentLanguages) {
      const { missing, model } = documentModel(libraryText(kind, language), { ...facts, mandates }, kind, language, { number: 1, draftedOn: today, earlier: [] }, today);
      expect(missing.filter(({ where }) => where.page === 'mandates')).toEqual([
        { variable: 'directorGeneral.name', label: 'variables.directorGeneral.name', where: { page: 'mandates', field: 'personId', mandate: 'directorGeneral' } },
        { variable: 'president.name', label: 'variables.president.name', where: { page: 'mandates', field: 'personId', mandate: 'president' } },
      ]);
      expect(renderHtml(model)).toContain('<p class="document-signatory"><mark class="missing" data-variable="president.name">…</mark></p>');
    }
  });

  test('every variable and question of the profile has a place and a label in four languages', () => {
    const names = [...Object.keys(variablePlaces), ...Object.keys(completeFacts().organization.profile).map((name) => `profile.${name}`)];
    expect([...Object.keys(variablePlaces), 'document.date'].toSorted()).toEqual([...variableNames].toSorted());
    for (const locale of [fr, nl, de, en]) {
      const labels = locale.variables as Record<string, Record<string, string>>;
      for (const { label, variable } of missingVariables(names, {})) expect(labels[variable.split('.')[0]!]?.[variable.split('.')[1]!], label).toBeTruthy();
    }
  });

  test('the number of the enterprise has its dots, and the chair signs beside the director-general', () => {
    const { variables, signatures } = documentValues(completeFacts(), 'securityPolicyFormal', 'fr', today, []);
    expect(variables['centre.enterpriseNumber']).toBe('0212.345.668');
    expect(variables['adviser.weeklyHours']).toBe('4,5');
    expect(signatures['council']).toEqual({
      type: 'signatures',
      blocks: [
        { capacity: 'La directrice générale', name: [{ text: 'Geneviève Poncelet' }] },
        { capacity: 'Le président', name: [{ text: 'Jean Mathot' }] },
      ],
    });
  });

  test('the legal register leaves out other regions and what does not bind or no more, names the successor, and marks what is unsure', () => {
    const facts = completeFacts();
    const unsure = { ...facts.legal.find(({ key }) => key === 'new')!, key: 'unsure', certainty: 'notFound' as const };
    const register = (legal: DocumentFacts['legal']) => documentValues({ ...facts, legal }, 'securityPolicyFormal', 'fr', today, []).slots['legalRegister']!;
    const [table, note] = register([...facts.legal, unsure]);
    expect(rowsOf(table)).toEqual([
      ['Ancienne loi', '', 'en vigueur (texte modifié) *\npartie citée reprise par\u00a0: Nouvelle'],
      ['Nouvelle loi', '28 § 2', 'en vigueur'],
      ['Nouvelle loi', '28 § 2', 'à confirmer'],
    ]);
    expect(note).toEqual({ type: 'paragraph', content: [{ text: '* selon nos connaissances générales, à vérifier' }] });
    expect(register(facts.legal.filter(({ certainty }) => certainty === 'seen'))).toHaveLength(1);
  });

  test.each([
    ['nothing is recorded', { recorded: false }, ['Aucun droit d’accès n’est encore inscrit au registre.'], []],
    ['rights, and no list of a day', { recorded: true }, ['Les droits d’accès sont inscrits au registre ; aucune version datée de la liste n’est encore figée.'], []],
    [
      'the list that was frozen last',
      completeFacts().access,
      ['La liste du 5 octobre 2026 (version figée n° 3), telle que le registre la portait :'],
      [
        ['Dossier social', 'Anne Collard (écriture)'],
        ['Local serveur', 'Anne Collard (détention), Luc Noël (détention)'],
      ],
    ],
  ] as const)('who has access, where %s', (_name, access, said, rows) => {
    const blocks = documentValues({ ...completeFacts(), access }, 'securityPolicyOperational', 'fr', today, []).slots['accessRights']!;
    expect(blocks.flatMap((block) => ('content' in block ? [flat(block.content as Inline[]).replaceAll(/[\u00a0\u202f]/g, ' ')] : []))).toEqual(said);
    expect(blocks.flatMap((block) => rowsOf(block))).toEqual(rows);
  });

  test('the chart sets services in below theirs, once each, also where they turn in a circle', () => {
    const { services, staff } = completeFacts();
    const rows = rowsOf(organizationChart(services, staff, 'fr')).map(([service, head, people, sees]) => [service?.replace(/\u2003/g, '>').replace('\u00a0', ' '), head, people, sees]);
    expect(rows).toEqual([
      ['Direction', 'Geneviève Poncelet', '', 'oui'],
      ['– Service social', 'non désigné', '', 'oui'],
      ['>– Médiation de dettes', 'Anne Collard', 'Anne Collard, assistante sociale', 'oui'],
      ['– Entretien', 'non désigné', 'Luc Noël, ouvrier', 'non'],
      ['Sans service', '', 'Zoé Abras, étudiante', ''],
    ]);
    const circle = [
      { ...services[0]!, parentId: 's2' },
      { ...services[1]!, parentId: 's1' },
    ];
    expect(rowsOf(organizationChart(circle, [], 'fr'))).toHaveLength(2);
  });

  test('somebody on the platform in two capacities stands there once', () => {
    const { mandates } = completeFacts();
    const adviser = mandates.find(({ kind }) => kind === 'adviser')!;
    const rows = rowsOf(platformTable([...mandates, { ...adviser, kind: 'itAgent' }, { ...adviser, kind: 'platformMember' }], 'nl', today));
    expect(rows.filter(([name]) => name === 'Claire Delvaux')).toEqual([['Claire Delvaux', 'Informatieveiligheidsconsulent, Informaticamedewerker']]);
  });
});

test('a version says what it replaces, and its history holds it', () => {
  const earlier = [{ number: 3, state: 'approved', draftedOn: '2025-11-01', decidedOn: '2025-11-18', decisionNumber: '2025/90', approver: 'council' } as const];
  const approval = { decidedOn: '2026-11-17', decisionNumber: '2026/118', approver: 'council' } as const;
  const { model } = documentModel(libraryText('securityPolicyFormal', 'nl'), completeFacts(), 'securityPolicyFormal', 'nl', { number: 4, draftedOn: today, approval, earlier }, today);
  const front = Object.fromEntries(model.front.map(({ term, value }) => [term, flat(value).replaceAll('\u00a0', ' ')]));
  expect(front['Versie']).toBe('4, vervangt versie 3 van 18 november 2025');
  expect(front['Goedkeuring']).toBe('raad voor maatschappelijk welzijn van 17 november 2026, beslissing nr. 2026/118');
  expect(front['Herziening']).toBe('uiterlijk op 17 november 2027');
  expect(model.date).toBe('2026-11-17');
  expect(rowsOf(model.sections.find(({ key }) => key === 'history')?.blocks.at(-1)).map(([number, , state]) => [number, state])).toEqual([
    ['4', 'van kracht'],
    ['3', 'vervangen'],
  ]);
});

test('the texts of the room have the same keys in four languages', () => {
  const keys = (value: unknown, path = ''): string[] => (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`)) : [path]);
  for (const locale of [nl, de, en]) expect(keys(locale).toSorted()).toEqual(keys(fr).toSorted());
});
