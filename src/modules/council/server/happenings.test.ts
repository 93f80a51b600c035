import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnBothEngines, testServer, type TestServer } from '../../../../test/harness.ts';
import { languages } from '../../../kernel/language.ts';
import { wordsOf } from '../../../server/texts.ts';
import { readHappenings } from './sources.ts';

describeOnBothEngines('what happened', (engine) => {
  let server: TestServer;
  let centre: string;
  let other: string;
  const year = { from: '2026-01-01', until: '2026-12-31' };
  const read = (organizationIds: string[], period = year) => server.db.tx({ organizations: organizationIds, actor: { kind: 'job' } }, (tx) => readHappenings(tx, organizationIds, period));

  beforeAll(async () => {
    server = await testServer({ engine, now: new Date('2026-11-22T10:00:00Z') });
    centre = await server.addCentre({ slug: 'valombre' });
    other = await server.addCentre({ slug: 'autre' });
    const claire = await server.addPerson(centre, { firstName: 'Claire', lastName: 'Delvaux', kind: 'outsider' });
    const leader = await server.addPerson(centre, { firstName: 'Samuel', lastName: 'Jacquemart' });
    await server.addRecord(centre, 'mandate', { personId: claire, kind: 'adviser', start: '2026-02-02', end: '2026-12-31' });
    await server.addRecord(centre, 'mandate', { personId: leader, kind: 'directorGeneral', start: '2026-03-02' });
    await server.addRecord(centre, 'mandate', { personId: leader, kind: 'archivist', start: '2026-03-02' });
    const hash = 'a'.repeat(64);
    const version = { language: 'fr', number: 2, libraryRevision: 1, draftedOn: '2026-01-05' };
    const approved = { state: 'approved', decidedOn: '2026-04-14', decisionNumber: '2026/31', approver: 'council', approvedAt: new Date('2026-04-15'), contentHash: hash };
    await server.addRecord(centre, 'documentVersion', { ...version, ...approved, kind: 'securityPolicyFormal' } as never);
    const own = await server.addRecord(centre, 'ownDocument', { title: 'Charte informatique', category: 'charter', language: 'fr' } as never);
    const charter = await server.addRecord(centre, 'documentVersion', { ...version, ...approved, kind: 'own', ownDocumentId: own, approver: 'management', decisionNumber: null } as never);
    await server.addRecord(centre, 'documentVersion', { ...version, state: 'draft', kind: 'undertakingStaff' } as never);
    await server.addRecord(centre, 'documentVerification', { documentVersionId: charter, verifiedOn: '2026-10-01' } as never);
    const publication = { documentVersionId: charter, everybody: true, byMail: false, onPaper: true, confirm: true, startsOn: '2026-05-04', publishedAt: new Date('2026-05-04') };
    const published = await server.addRecord(centre, 'publication', publication as never);
    await server.addRecord(centre, 'confirmation', { publicationId: published, personId: claire, confirmedOn: '2026-05-06', how: 'paper', recordedAt: new Date('2026-05-06') } as never);
    const meeting = await server.addRecord(centre, 'platformMeeting', { year: 2026, number: 1, heldOn: '2026-06-04', preparedOn: '2026-06-05', model: null } as never);
    await server.addRecord(centre, 'platformMeeting', { year: 2026, number: 2, heldOn: '2026-12-04', model: null } as never);
    const point = await server.addRecord(centre, 'platformPoint', { meetingId: meeting, position: 1, title: 'Sauvegardes' } as never);
    await server.addRecord(centre, 'platformDecision', { meetingId: meeting, pointId: point, text: 'Refaire l’essai', doneOn: '2026-07-01' } as never);
  });
  afterAll(() => server.close());

  test('is read from the records of every room, in the order of its days, and names no director-general', async () => {
    const found = await read([centre]);
    expect(found.map(({ on, room, title, about }) => [on, room, wordsOf(room, title, 'fr', 'happenings'), about])).toEqual([
      ['2026-02-02', 'people', 'Entrée en fonction du conseiller en sécurité', 'Claire Delvaux'],
      ['2026-03-02', 'people', 'Entrée en fonction du directeur général', undefined],
      ['2026-04-14', 'documents', 'Approuvé par la direction\u00a0: document du centre, version 2', 'Charte informatique'],
      ['2026-04-14', 'documents', 'Approuvé par le conseil (délibération n° 2026/31)\u00a0: politique de sécurité, partie formelle, version 2', undefined],
      ['2026-05-04', 'publications', 'Publié au personnel (lectures confirmées\u00a0: 1 sur 2)\u00a0: document du centre', 'Charte informatique'],
      ['2026-06-04', 'platform', 'Réunion n° 1/2026 de la plateforme de sécurité, une décision', undefined],
      ['2026-07-01', 'platform', 'Décision n° 1/2026.1 de la plateforme de sécurité exécutée', 'Refaire l’essai'],
      ['2026-10-01', 'documents', 'Vérification annuelle, rien à modifier\u00a0: document du centre, version 2', 'Charte informatique'],
      ['2026-12-31', 'people', 'Fin de fonction du conseiller en sécurité', 'Claire Delvaux'],
    ]);
    for (const { room, title } of found) for (const language of languages) expect(wordsOf(room, title, language, 'happenings')).not.toContain('{{');
  });

  test('belongs to its period, both ends included, and to its centre', async () => {
    expect((await read([centre], { from: '2026-06-04', until: '2026-07-01' })).map(({ on }) => on)).toEqual(['2026-06-04', '2026-07-01']);
    expect((await read([centre], { from: '2026-06-05', until: '2026-06-30' })).length).toBe(0);
    expect(await read([other])).toEqual([]);
    expect((await read([other, centre])).every(({ organizationId }) => organizationId === centre)).toBe(true);
  });
});
