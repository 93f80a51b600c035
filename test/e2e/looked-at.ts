import { continuityLookedAt } from './looked-at-continuity.ts';
import { expect, vi } from 'vitest';
import { enterMail } from '../../src/modules/interventions/server/service.ts';
import { smallCentre } from '../../src/modules/intake/fixture.ts';
import { intakeTemplate } from '../../src/modules/intake/template.ts';
import { writeWorkbook } from '../../src/server/spreadsheet/write.ts';
import { pdfFile } from '../document-files.ts';
import type { Issuer } from '../issuer.ts';
import { addAccount, approveOwn, enterExample, giveDevices, giveList, sendWorkbook, type Site, taskDone, type Visitor } from './browser.ts';

/** The ids (or addresses) of the records that the pages are looked at with. */
export type Made = Awaited<ReturnType<typeof makeLookedAt>>;

/** Makes a centre with a record for each page that shows one, and an empty centre beside it. */
export const makeLookedAt = async (site: Site, { adviser, stranger, issuer }: { adviser: Visitor; stranger: Visitor; issuer: Issuer }) => {
  const { id, taskId: written } = await enterExample(site, adviser);
  await site.call(adviser, 'POST', '/organizations', { slug: 'neuville', name: { fr: 'CPAS de Neuville' }, documentLanguage: 'fr', municipality: 'Neuville', region: 'wallonia', as: 'adviser' });
  const first = async (collection: string): Promise<string> => (await site.call<{ items: { id: string }[] }>(adviser, 'GET', `/organizations/${id}/${collection}?pageSize=1`)).items[0]!.id;
  const person = await first('people');
  const candidacy = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/candidacies`, { personId: person, function: 'adviser' })).id;
  const dossier = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/dossiers`, { language: 'fr' })).id;
  await taskDone(site, adviser, id, dossier);
  const faults = { ...smallCentre, contracts: [{ person: 'A1', service: 'Nulle part', kind: 'permanent', function: 'Assistante sociale', start: '2019-03-01', end: '2018-01-01' }] };
  const faulty = await sendWorkbook(site, adviser, id, Buffer.from(await writeWorkbook(intakeTemplate('fr', faults))), true);
  const preview = await sendWorkbook(site, adviser, id, Buffer.from(await writeWorkbook(intakeTemplate('fr', smallCentre))), true);
  await site.call(adviser, 'POST', `/organizations/${id}/documents/securityPolicyFormal/drafts`, { language: 'fr' });
  const ownDocument = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/ownDocuments`, { title: 'Charte informatique', category: 'charter', language: 'fr', inPolicy: true })).id;
  const documentation = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/documentationEntries`, { title: 'Circulaire', kind: 'circular', legalTexts: ['organicLaw1976'] })).id;
  const documentVersionId = await approveOwn(site, adviser, id, ownDocument, pdfFile(), '2026-01-20');
  const publication = (
    await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/publications`, {
      documentVersionId,
      audience: { everybody: true },
      startsOn: '2026-01-21',
      onPaper: true,
      message: 'Merci de le lire.',
    })
  ).id;
  await site.call(adviser, 'POST', `/organizations/${id}/yearlyReports`, { year: 2026 });
  const sitting = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/councilSittings`, { heldOn: '2026-11-24', startTime: '19:00', place: 'Salle du conseil' })).id;
  for (const item of [{ kind: 'monthly' }, { kind: 'urgent', title: 'Panne du serveur', text: 'Une matinée.' }])
    await site.call(adviser, 'POST', `/organizations/${id}/councilSittings/${sitting}/items`, item);
  const meeting = (
    await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/platformMeetings`, {
      heldOn: '2026-01-15',
      preparedOn: '2026-01-16',
      points: [{ title: 'Sauvegardes', minutes: 'Un essai.', decision: { text: 'Refaire l’essai', role: 'itAgent', dueOn: '2026-02-01' } }],
    })
  ).id;
  const adviceOf = async (subject: string): Promise<string> =>
    (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/advices`, { subject, facts: 'Douze portables.', reasons: 'Un vol suffit.', recommendation: 'Les chiffrer.' })).id;
  const [advice, adviceDraft] = [await adviceOf('Portables'), await adviceOf('Caméras')];
  await site.call(adviser, 'POST', `/organizations/${id}/advices/${advice}/send`, {}, { 'if-match': '"1"' });
  const add = (plural: string, body: object) => site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/${plural}`, body);
  const zone = (await add('zones', { name: 'Salle des serveurs', building: 'Siège', kind: 'serverRoom', risk: 'critical' })).id;
  await add('zoneEntries', { zoneId: zone, category: 'cleaning', hours: 'outside' });
  const protection = (await add('protections', { zoneId: zone, kind: 'extinguisher', name: 'Extincteur CO₂', everyMonths: 12, firstCheckOn: '2026-01-05' })).id;
  const floorPlan = (
    await add('floorPlans', {
      name: 'Siège, rez-de-chaussée',
      shapes: [
        {
          zoneId: zone,
          points: [
            [100, 100],
            [500, 100],
            [500, 600],
          ],
        },
      ],
    })
  ).id;
  const deskRound = (
    await add('deskRounds', {
      heldOn: '2026-01-20',
      findings: [
        { zoneId: zone, topic: 'cupboards', good: false, note: 'Clé sur la porte' },
        { zoneId: zone, topic: 'ear', good: true },
      ],
    })
  ).id;
  const premisesKey = (await add('premisesKeys', { kind: 'key', name: 'Clé de la salle des serveurs', zoneIds: [zone] })).id;
  await add(`premisesKeys/${premisesKey}/copies`, { marks: ['S1', 'S2'], keptWhere: 'Armoire à clés' });
  await add('passages', { zoneId: zone, name: 'Nora Petit', firm: 'Froid Sud', escortId: person, enteredAt: new Date().toISOString(), reason: 'Climatisation' });
  await add('visitors', { name: 'Paul Dumont', firm: 'Ascenseurs Mosans', host: 'Service social', badge: '4' });
  const inspection = (await add('inspections', { title: 'Audit des normes minimales', kind: 'complete', auditorKind: 'external', auditorFirm: 'Vérif', heldOn: '2026-01-15', reportOn: '2026-02-01' }))
    .id;
  await add('inspectionFindings', { inspectionId: inspection, severity: 'critical', norm: '9.1', text: 'Des comptes restent ouverts après un départ.', recommendation: 'Les fermer.' });
  await add(`inspections/${inspection}/accesses`, { email: 'audit@example.be', language: 'fr', accessFrom: '2026-01-10', accessUntil: '2026-12-31' });
  const review = (await add('accessReviews', { year: new Date().getFullYear(), answerBy: `${new Date().getFullYear()}-12-31` })).id;
  const notice = (await add('networkNotices', { authority: 'federalService', kind: 'warning', receivedOn: '2026-01-10', subject: 'Questionnaire non rentré', deadlineOn: '2026-02-10' })).id;
  await add('networkSteps', { noticeId: notice, kind: 'answer', happenedOn: '2026-02-01', reference: 'CPAS/12' });
  const action = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/planActions`, { title: 'Chiffrer les portables', dueOn: '2026-02-01' })).id;
  const software = (await add('resources', { name: 'Logiciel de médiation', kind: 'application', socialData: true, levels: ['read', 'write'], accountSource: 'file' })).id;
  const supplier = (await add('suppliers', { name: 'Logiciels du Val', kind: 'software', processor: true })).id;
  const intervention = (await add('interventions', { nature: 'repair', subject: 'Disque du serveur', supplierId: supplier, urgent: true })).id;
  // A mail comes by a mailbox alone: here it is laid where that puts it.
  const mail = (await site.server.services.db.tx({ organizations: [id], actor: { kind: 'setup' } }, (tx) =>
    enterMail(
      tx,
      id,
      { uid: 1, sender: 'atelier@example.be', senderName: 'Atelier', subject: 'Passage mardi', text: 'Bonjour,\nnous passons mardi.', receivedAt: new Date('2026-01-05T09:00:00Z'), proof: 'fail' },
      { state: 'toSort', why: 'forgedSender' },
      { supplierId: supplier },
    ),
  ))!;
  const maintenance = (
    await add('remoteMaintenances', { supplierId: supplier, subject: 'Logiciel social', means: 'Passerelle', origin: 'Namur', supervision: 'L’agent informatique', start: '2026-01-05' })
  ).id;
  const recurringCheck = await add('recurringChecks', { title: 'Onduleur', rule: 'emergencyPowerTested', firstOn: '2026-01-05' });
  const supplierContract = (await add('supplierContracts', { supplierId: supplier, title: 'Logiciel social', start: '2026-01-01', end: '2126-12-31' })).id;
  const helper = (await add('people', { lastName: 'Thiry', firstName: 'Luc', kind: 'outsider', employer: 'Logiciels du Val' })).id;
  const supplierPerson = (await add('supplierPeople', { supplierId: supplier, personId: helper, contractId: supplierContract, start: '2026-01-01' })).id;
  await add('people', { lastName: 'Simon', firstName: 'Inès', kind: 'outsider', employer: 'Logiciels du Val SRL' });
  const flow = (
    await add('resources', {
      name: 'Mutations du dossier',
      kind: 'bcssFlow',
      socialData: true,
      levels: ['read'],
      authorisations: [{ deliberation: '12/045', purpose: 'Suivi des dossiers', from: '2020-01-01' }],
    })
  ).id;
  const holder = (await add('people', { lastName: 'Renard', firstName: 'Amélie', kind: 'staff' })).id;
  const envelope = (await add('emergencyEnvelopes', { resourceId: software, title: 'Administrateur', place: 'Coffre', seal: 'A-1', sealedOn: '2026-01-05', personIds: [holder] })).id;
  const absent = (await add('absentAccesses', { personId: holder, what: 'mailbox', absentSince: '2026-01-05', purpose: 'Une réponse attendue', askedOn: '2026-02-05', askedById: person })).id;
  const grant = (await add('accessGrants', { personId: holder, resourceId: software, level: 'read', start: '2026-01-05', until: '2126-01-05', reason: 'Dossiers' })).id;
  const accessProfile = (await add('accessProfiles', { name: 'Assistant social', functions: ['Assistant social'], rights: [{ resourceId: software, level: 'write' }] })).id;
  const accessList = (await add('accessLists', { note: 'Avant le contrôle' })).id;
  const leaver = (await add('contracts', { personId: holder, kind: 'permanent', function: 'Assistante sociale', start: '2026-01-05' })).id;
  const movement = (await add('movements', { kind: 'departure', personId: holder, contractId: leaver, day: '2026-02-27' })).id;
  const device = (await add('devices', { name: 'PORT-07', kind: 'laptop', brand: 'HP', serial: '5CG1234XYZ', personId: holder, encrypted: true, portable: true })).id;
  const softwareProduct = (await add('softwareProducts', { name: 'Suite de bureau', kind: 'application', licence: 'device', seats: 1, supportUntil: '2026-06-30' })).id;
  await add('softwareUses', { softwareId: softwareProduct, deviceId: device, since: '2026-01-06' });
  const derogation = (
    await add('derogations', {
      kind: 'wifi',
      what: 'Wi-Fi du portable',
      reason: 'Réunions au dehors',
      askedOn: '2026-01-05',
      askedById: holder,
      deviceId: device,
      startsOn: '2026-01-06',
      endsOn: '2026-12-31',
    })
  ).id;
  const inventoryReview = (await add('inventoryReviews', {})).id;
  const deviceImports = [
    await giveDevices(site, adviser, id, 'Nom;N° de série;Utilisateur;Achat\nECRAN-A;SA-1;Inconnue Jeanne;1/3/2024\nECRAN-B;SA-1;;demain'),
    await giveDevices(site, adviser, id, 'Nom;N° de série;Local\nECRAN-C;SA-3;Nulle part', true),
  ];
  const oldDevice = (await add('devices', { name: 'POSTE-03', kind: 'desktop', brand: 'HP' })).id;
  const disposal = (
    await add('disposals', { title: 'Postes hors d’usage', plannedOn: '2026-03-05', carrier: 'Service informatique', items: [{ deviceId: oldDevice, medium: 'unknown', method: 'destroy' }] })
  ).id;
  await add('deviceMovements', { deviceId: device, personId: holder, direction: 'out', movedOn: '2026-01-06' });
  const telework = (await add('teleworks', { personId: holder, situation: 'employerDevice', bcss: true, weekdays: [2, 4], deviceId: device, askedOn: '2026-01-05', beganOn: '2026-01-05' })).id;
  const loss = (await add('teleworkLosses', { kind: 'theft', what: 'Portable PORT-03, dans le train', discoveredOn: '2026-01-12' })).id;
  await add('teleworkMeasures', { measuredOn: '2026-01-02', how: 'measured', down: 92, up: 18 });
  const continuity = await continuityLookedAt(add);
  const compared = await giveList(
    site,
    adviser,
    id,
    software,
    Buffer.from('Login;Nom complet;Dernier accès\nARenard;Amélie Renard;jamais\nfantome;Paul Inconnu;1/02/2020\nMRenard;A Renard;\n;Sans compte;\n'),
  );
  const accountFinding = (await site.call<{ items: { id: string }[] }>(adviser, 'GET', `/organizations/${id}/accountFindings?resourceId=${software}`)).items[0]!.id;
  const planVersion = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/planVersions`, { year: 2027 })).id;
  const assessment = (
    await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/assessments`, { frameworkId: 'bcss-minimum', frameworkVersion: '2026.3', year: new Date().getFullYear(), carry: false })
  ).id;
  const noticeOf = async (subject: string): Promise<string> =>
    (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/infringements`, { subject, facts: 'Trois consultations.', reasons: 'Aucun dossier.', recommendation: 'Contrôler.' })).id;
  const [infringement, infringementDraft] = [await noticeOf('Consultations'), await noticeOf('Badges')];
  await site.call(adviser, 'POST', `/organizations/${id}/infringements/${infringement}/send`, {}, { 'if-match': '"1"' });
  await site.call(adviser, 'POST', '/backups');
  await vi.waitFor(async () => expect((await site.call<{ items: unknown[] }>(adviser, 'GET', '/backups')).items).toHaveLength(1), { timeout: 60_000, interval: 200 });
  await addAccount(site, id, { name: 'Odile Lambin', email: 'odile@example.be', roles: ['headOfService'] });
  const member = await first('members');
  const { link: invitation } = await site.call<{ link: string }>(adviser, 'POST', `/organizations/${id}/invitations`, { email: 'paul@example.be', language: 'fr', roles: ['headOfService'] });
  await site.call(stranger, 'POST', '/passwordResets', { email: 'odile@example.be' });
  const asked = await vi.waitFor(async () => (await site.call<{ items: { id: string }[] }>(adviser, 'GET', '/linkRequests')).items[0]!.id, { timeout: 60_000, interval: 200 });
  const { link: reset } = await site.call<{ link: string }>(adviser, 'POST', `/linkRequests/${asked}/link`);
  await site.call(stranger, 'POST', '/passwordResets', { email: 'odile@example.be' });
  const { id: provider } = await site.call<{ id: string }>(adviser, 'POST', '/providers', {
    name: 'Compte communal',
    preset: 'other',
    issuer: issuer.url,
    clientId: 'beffroi',
    clientSecret: issuer.clientSecret,
  });
  const twins = await Promise.all(['Dupuis', 'Dupuys'].map((lastName) => site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/people`, { lastName, firstName: 'Jean', kind: 'staff' })));
  return {
    software,
    compared,
    accountFinding,
    pair: twins.map((twin) => twin.id).join('/'),
    invitation,
    reset,
    member,
    provider,
    person,
    declaration: (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/declarations`, { personId: person, variant: 'staff', signedOn: '2020-01-06', place: 'Secrétariat' })).id,
    service: await first('services'),
    contract: await first('contracts'),
    mandate: await first('mandates'),
    candidacy,
    written,
    preview,
    faulty,
    dossier,
    ownDocument,
    publication,
    documentation,
    meeting,
    sitting,
    advice,
    adviceDraft,
    inspection,
    movement,
    device,
    softwareProduct,
    derogation,
    telework,
    inventoryReview,
    deviceImports,
    disposal,
    ...continuity,
    loss,
    review,
    envelope,
    absent,
    notice,
    action,
    grant,
    accessList,
    flow,
    supplier,
    supplierContract,
    intervention,
    mail,
    maintenance,
    recurringCheck: recurringCheck.id,
    zone,
    premisesKey,
    protection,
    floorPlan,
    deskRound,
    supplierPerson,
    accessProfile,
    planVersion,
    assessment,
    infringement,
    infringementDraft,
  };
};
