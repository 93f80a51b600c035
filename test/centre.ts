import { createHash, randomUUID } from 'node:crypto';
import { fillAccess } from './centre-access.ts';
import { fillDeclarations } from './centre-declarations.ts';
import { fillRegisters } from './centre-registers.ts';
import { fillReviews } from './centre-reviews.ts';
import { fillTelework } from './centre-telework.ts';
import type { TestServer } from './harness.ts';

/** One record of each collection of a centre, by the collection's name in the address, and what its texts bear. */
export type Filled = { organizationId: string; ids: Record<string, string>; mark: string };

const commonFramework = JSON.stringify({
  id: 'commun',
  version: '1',
  title: { fr: 'Commun' },
  scale: 'answers',
  chapters: [{ id: '1', title: { fr: 'Commun' }, norms: [{ id: '1', title: { fr: 'Commun' }, guidelines: [] }] }],
});
const noNorms = JSON.stringify({ total: { norms: 1, yes: 0, partly: 0, no: 0, notApplicable: 0, open: 1, toConfirm: 0 }, chapters: [], weak: {} });

/** What stands in the confidential records of a centre, and nowhere else. */
export const secretMark = (mark: string): string => `Cinabre${mark}`;

/** Puts one row in every table of a centre, as the owner of the tables; `mark` stands in its texts. The tests of tenancy fail for a table that is not here. */
export const fillCentre = async (server: TestServer, slug: string, mark: string): Promise<Filled> => {
  const organizationId = await server.addCentre({ slug, municipality: mark });
  const ids: Record<string, string> = { organizations: organizationId };
  const add = async (collection: string, table: string, columns: Record<string, unknown>): Promise<string> => {
    const values: Record<string, unknown> = { organization_id: organizationId, id: randomUUID(), ...columns };
    for (const [key, value] of Object.entries(values)) if (value === undefined) delete values[key];
    const names = Object.keys(values);
    await server.asOwner(`INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`, Object.values(values));
    ids[collection] = String(values['id']);
    return ids[collection];
  };
  const pool = await add('pools', 'pool', { organization_id: undefined, name: mark, form: 'agreement' });
  await add('poolMemberships', 'pool_membership', { pool_id: pool, start: '2020-01-01' });
  const person = await add('people', 'person', { last_name: mark, first_name: mark, kind: 'staff', search_text: mark.toLowerCase(), email: `${mark}@example.be` });
  await add('correctionRequests', 'correction_request', { person_id: person, asked_on: '2020-01-01', text: mark, state: 'open' });
  ids['ownCorrectionRequests'] = ids['correctionRequests']!;
  await add('peopleMerges', 'person_merge', { kept_id: person, gone_id: randomUUID(), gone: '{}', kept_before: '{}', kept_after: '{}', moved: '[]', dropped: '[]', merged_at: '2020-01-01' });
  const service = await add('services', 'service', { name: mark, kind: 'social', head_id: person });
  await add('contracts', 'contract', { person_id: person, service_id: service, kind: 'permanent', function: mark, start: '2020-01-01' });
  await add('mandates', 'mandate', { person_id: person, kind: 'archivist', start: '2020-01-01', decision_number: mark });
  await add('ruleSettings', 'rule_setting', { rule: 'policyVerified', amount: 1, reason: mark });
  await add('candidacies', 'candidacy', { person_id: person, function: 'adviser', outcome: 'pending' });
  const account = await add('accounts', 'account', { organization_id: undefined, name: mark, email: `${mark}-${slug}@example.be`, created_at: '2020-01-01', updated_at: '2020-01-01' });
  await add('factors', 'second_factor', { organization_id: undefined, account_id: account, kind: 'totp', name: mark, created_at: '2020-01-01', totp_key: 'x', last_step: 0 });
  await add('idempotencyKeys', 'idempotency_key', { id: undefined, account_id: account, key: randomUUID(), digest: Buffer.from(mark), record_id: person });
  await add('editings', 'editing', { id: undefined, register: 'person', record_id: person, account_id: account, fields: [], since: '2020-01-01', seen_at: '2020-01-01' });
  const run = await add('backupRuns', 'backup_run', { organization_id: undefined, kind: 'asked', at: '2020-01-01', state: 'done', finished_at: '2020-01-01', file: mark });
  await add('backupProgress', 'backup_progress', { organization_id: undefined, id: undefined, run_id: run, done: 1, total: 1 });
  const link = await add('links', 'link', { account_id: account, start: '2020-01-01' });
  ids['members'] = link;
  await add('linkRequests', 'one_time_link', {
    organization_id: undefined,
    purpose: 'resetRequest',
    token_hash: createHash('sha256').update(randomUUID()).digest(),
    created_at: '2020-01-01',
    expires_at: '2100-01-01',
    account_id: account,
  });
  const invitation = await add('invitations', 'invitation', {
    email: `${mark}-invited@example.be`,
    language: 'fr',
    roles: ['staff'],
    token_hash: Buffer.from(mark),
    invited_by: account,
    sent_at: '2020-01-01',
    expires_at: '2020-01-08',
    sent_by_mail: false,
  });
  await add('delegations', 'delegation', { from_link_id: link, invitation_id: invitation, role: 'staff', start: '2020-01-01', end: '2020-02-01', reason: mark, made_by: account });
  await server.asOwner(`INSERT INTO mail_settings (id, host, port, security, sender) VALUES (installation(), 'mail.example.be', 25, 'none', 'beffroi@example.be') ON CONFLICT DO NOTHING`);
  const token = await add('tokens', 'personal_token', {
    organization_id: undefined,
    account_id: account,
    name: mark,
    scopes: ['readAll'],
    organization_ids: [organizationId],
    token_hash: createHash('sha256').update(organizationId).digest(),
    created_at: new Date(),
    expires_at: new Date(Date.now() + 86_400_000),
  });
  const provider = await add('providers', 'identity_provider', {
    organization_id: undefined,
    // Of the installation: every centre sees which there are.
    name: 'Commun',
    preset: 'other',
    issuer: 'http://127.0.0.1:9',
    client_id: 'beffroi',
    client_secret: Buffer.from('sealed'),
    scopes: 'openid',
    session_hours: 8,
    enabled: true,
  });
  ids['signInProviders'] = provider;
  // Of the installation as well, and read in every centre.
  const commonNorms = { organization_id: undefined, origin: 'import', content: '{}', content_hash: Buffer.from('commun'), imported_at: '2026-01-01' };
  await add('frameworks', 'framework', {
    ...commonNorms,
    content: commonFramework,
    framework_id: `norms-of-${slug}`,
    framework_version: `version-of-${slug}`,
    format: 'xlsx',
    title: '{"fr":"Commun"}',
    languages: ['fr'],
    norms: 1,
  });
  await add('frameworks', 'framework', {
    ...commonNorms,
    content: commonFramework,
    framework_id: `others-of-${slug}`,
    framework_version: `version-of-${slug}`,
    format: 'xlsx',
    title: '{"fr":"Commun"}',
    languages: ['fr'],
    norms: 1,
  });
  const commonMapping = JSON.stringify({ from: `norms-of-${slug}`, to: `others-of-${slug}`, relations: [{ from: '1', to: '1', kind: 'equal' }] });
  await add('mappings', 'framework_mapping', { ...commonNorms, content: commonMapping, from_framework: `norms-of-${slug}`, to_framework: `others-of-${slug}`, relations: 1 });
  // Their addresses name them, not the rows.
  Object.assign(ids, { frameworks: `norms-of-${slug}`, versions: `version-of-${slug}`, mappings: `others-of-${slug}` });
  const identity = await add('identities', 'provider_identity', {
    organization_id: undefined,
    provider_id: provider,
    account_id: account,
    issuer: 'http://127.0.0.1:9',
    subject: slug,
    linked_at: '2026-01-01',
  });
  await add('identityGroups', 'provider_groups', { organization_id: undefined, id: undefined, identity_id: identity, groups: [mark], seen_at: '2026-01-01' });
  await add('groupMappings', 'group_mapping', { provider_id: provider, group_name: mark, role: 'reception', applied: true });
  await add('tokenUses', 'personal_token_use', { organization_id: undefined, id: undefined, token_id: token, last_on: '2026-01-01' });
  const sha256 = createHash('sha256').update(mark).digest();
  await add('files', 'file', { sha256, name: `${mark}.zip`, media_type: 'application/zip', size: mark.length });
  await add('chunks', 'file_chunk', { id: undefined, sha256, number: 0, bytes: Buffer.from(mark) });
  await add('reminderSettings', 'reminder_setting', {
    organization_id: undefined,
    id: account,
    frequency: 'daily',
    weekday: 1,
    hour: 8,
    quiet_from: 20,
    quiet_until: 7,
    workdays_only: true,
    changed_on: '2020-01-01',
  });
  await add('digests', 'digest', { organization_id: undefined, id: undefined, account_id: account, day: '2020-01-01', state: 'sent', claimed_at: '2020-01-01' });
  await add('reminders', 'reminder', { id: undefined, account_id: account, rule: 'policyVerified', subject: mark, overdue: true });
  const calendar = await add('calendars', 'calendar', {
    organization_id: undefined,
    account_id: account,
    name: mark,
    token_hash: createHash('sha256').update(mark).digest(),
    created_at: '2020-01-01',
  });
  await add('calendarReadings', 'calendar_reading', { organization_id: undefined, id: undefined, calendar_id: calendar, read_on: '2020-01-01' });
  await add('tasks', 'task', { kind: 'intake', state: 'done', result: JSON.stringify({ mark }) });
  await add('dossiers', 'task', { kind: 'dossier', state: 'done', result: JSON.stringify({ location: 'here', fileId: ids['files'], language: 'fr', parts: [] }) });
  const document = await add('documentVersions', 'document_version', { kind: 'securityPolicyFormal', language: 'fr', number: 1, state: 'draft', library_revision: 1, drafted_on: '2026-01-05' });
  const own = await add('ownDocuments', 'own_document', { title: mark, category: 'charter', language: 'fr', note: mark });
  await add('ownVersions', 'document_version', {
    kind: 'own',
    own_document_id: own,
    language: 'fr',
    number: 1,
    state: 'draft',
    library_revision: 0,
    drafted_on: '2026-01-05',
    pdf_file_id: ids['files'],
  });
  const publication = await add('publications', 'publication', {
    document_version_id: document,
    everybody: true,
    by_mail: false,
    on_paper: true,
    confirm: true,
    starts_on: '2026-01-05',
    message: mark,
    published_at: '2026-01-05',
  });
  ids['readings'] = publication;
  await add('signedSheets', 'signed_sheet', { publication_id: publication, file_id: ids['files'], received_at: '2026-01-05' });
  await add('confirmations', 'confirmation', { publication_id: publication, person_id: person, confirmed_on: '2026-01-05', how: 'paper', recorded_at: '2026-01-05', sheet_id: ids['signedSheets'] });
  await add('letters', 'publication_letter', { publication_id: publication, person_id: person, kind: 'byHand', token_hash: sha256, made_at: '2026-01-05', sent_at: '2026-01-05' });
  await add('documentationEntries', 'documentation_entry', { title: mark, kind: 'circular', note: mark, search_text: mark.toLowerCase(), file_id: ids['files'] });
  await add('verifications', 'document_verification', { document_version_id: document, verified_on: '2026-01-05', note: mark });
  const written = { written_by: account, written_at: '2026-01-05' };
  const source = { title: mark, body: mark, library_revision: 1, library_title: mark, library_body: mark };
  await add('documentWordings', 'document_wording', { kind: 'securityPolicyFormal', language: 'fr', section_key: 'objectives', how: 'replaced', ...source, ...written });
  await add('documentComments', 'document_comment', { document_version_id: document, section_key: 'objectives', text: mark, ...written });
  const review = await add('documentReviews', 'document_review', { document_version_id: document, until: '2026-02-05', note: mark, asked_by: account, asked_at: '2026-01-05' });
  await add('reviewAnswers', 'document_review_answer', { review_id: review, account_id: account });
  await add('advices', 'advice', {
    capacity: 'adviser',
    subject: mark,
    recommendation: mark,
    year: 2026,
    number: 1,
    sent_on: '2026-01-05',
    received_on: '2026-01-05',
    due_on: '2026-04-05',
    author_id: person,
    search_text: mark.toLowerCase(),
  });
  const report = await add('yearlyReports', 'yearly_report', { year: 2025, language: 'fr', begun_on: '2026-01-05', submitted_on: '2026-01-06' });
  await add('reportTexts', 'report_text', { report_id: report, section: 'state', body: mark });
  // Its texts bear a mark of their own: nobody else may ever read it.
  const secret = { addressee: 'directorGeneral', author_name: secretMark(mark), subject: secretMark(mark) };
  const told = { facts: secretMark(mark), reasons: secretMark(mark), recommendation: secretMark(mark), concerned: `${mark} ${secretMark(mark)}` };
  const infringement = await add('infringements', 'infringement', { ...secret, ...told, year: 2026, number: 1, sent_on: '2026-01-05', received_on: '2026-01-05', due_on: '2026-04-05' });
  await add('infringementActions', 'infringement_action', { infringement_id: infringement, addressee: 'directorGeneral', text: secretMark(mark), due_on: '2026-02-05' });
  await add('infringementLetters', 'infringement_letter', {
    infringement_id: infringement,
    addressee: 'directorGeneral',
    document: 'decision',
    language: 'fr',
    content_hash: secretMark(mark),
    model: JSON.stringify({
      language: 'fr',
      layout: 'letter',
      title: secretMark(mark),
      sender: { name: mark, lines: [] },
      front: [],
      sections: [],
      runningTitle: mark,
      footer: mark,
      date: '2026-01-05',
    }),
    pdf: Buffer.from(secretMark(mark)),
    docx: Buffer.from(secretMark(mark)),
  });
  const meeting = await add('platformMeetings', 'platform_meeting', { year: 2026, number: 1, held_on: '2026-01-05', prepared_on: '2026-01-06', place: mark });
  await add('platformAttendances', 'platform_attendance', { meeting_id: meeting, position: 0, name: mark, presence: 'present' });
  const point = await add('platformPoints', 'platform_point', { meeting_id: meeting, position: 1, title: mark });
  await add('platformDecisions', 'platform_decision', { meeting_id: meeting, point_id: point, text: mark });
  const action = await add('planActions', 'plan_action', {
    number: 1,
    title: mark,
    owner_id: person,
    priority: 'normal',
    state: 'planned',
    progress: 0,
    series_id: randomUUID(),
    created_on: '2026-01-05',
    proof_file_id: ids['files'],
    search_text: mark.toLowerCase(),
  });
  ids['ownActions'] = action;
  await add('planVersions', 'plan_version', { year: 2027, number: 1, language: 'fr', introduction: mark, drafted_on: '2026-01-05' });
  await add('planSettings', 'plan_setting', { month: 9, day: 30 });
  const assessment = await add('assessments', 'assessment', { framework: `norms-of-${slug}`, framework_version: `version-of-${slug}`, year: 2026, opened_on: '2026-01-05', summary: noNorms });
  const norm = await add('assessmentNorms', 'assessment_norm', { assessment_id: assessment, norm_id: '1', chapter_id: '1', position: 0, comment: mark, owner_id: person });
  ids['ownNorms'] = norm;
  await add('assessmentSubmissions', 'assessment_submission', {
    assessment_id: assessment,
    round: 1,
    submitted_at: '2026-01-05',
    content_hash: 'x',
    summary: '{}',
    model: '{}',
    pdf_file_id: ids['files'],
    docx_file_id: ids['files'],
    xlsx_file_id: ids['files'],
  });
  ids['ownProofs'] = await add('assessmentProofs', 'assessment_evidence', { assessment_norm_id: norm, kind: 'link', url: 'https://example.be', title: mark, added_on: '2026-01-05' });
  const inspection = await add('inspections', 'inspection', { title: mark, kind: 'complete', auditor_kind: 'external', auditor_name: mark, held_on: '2026-01-05', file_id: ids['files'] });
  await add('inspectionFindings', 'inspection_finding', { inspection_id: inspection, number: 1, severity: 'major', text: mark });
  await add('accesses', 'inspection_access', { inspection_id: inspection, invitation_id: invitation });
  const notice = await add('networkNotices', 'network_notice', { authority: 'bcss', kind: 'warning', received_on: '2026-01-05', subject: mark });
  await add('networkSteps', 'network_step', { notice_id: notice, kind: 'answer', happened_on: '2026-01-06', text: mark });
  const sitting = await add('councilSittings', 'council_sitting', { organ: 'council', held_on: '2026-01-06', place: mark });
  const item = await add('councilItems', 'council_item', { sitting_id: sitting, position: 1, kind: 'monthly', title: mark, search_text: mark.toLowerCase() });
  await add('councilNotes', 'council_note', { item_id: item, language: 'fr', period_from: '2025-12-06', period_until: '2026-01-05', introduction: mark, ready_on: '2026-01-05' });
  const made = { location: 'here', sittingId: sitting, pdfFileId: ids['files'], zipFileId: ids['files'], pages: 1, parts: [] };
  await add('councilBundles', 'task', { kind: 'councilBundle', state: 'done', input: JSON.stringify({ sittingId: sitting }), result: JSON.stringify(made), finished_at: '2026-01-05' });
  const movement = await add('movements', 'movement', { kind: 'departure', person_id: person, day: '2026-01-05', note: mark, announced_at: '2026-01-05', search_text: mark.toLowerCase() });
  const step = { origin_kind: 'movement', origin_id: movement, kind: 'other', title: mark, owner_role: 'adviser', opened_at: '2026-01-05', proof_file_id: ids['files'] };
  ids['ownSteps'] = await add('accessSteps', 'access_step', step);
  await add('stepSettings', 'step_setting', { movement_kind: 'departure', title: mark, owner: 'adviser', term: '{"amount":1,"unit":"day"}' });
  const certificate = { year: 2026, number: 1, language: 'fr', issued_at: '2026-01-06', content_hash: 'x', model: '{}', pdf_file_id: ids['files'], docx_file_id: ids['files'] };
  await add('movementCertificates', 'movement_certificate', { movement_id: movement, ...certificate });
  await fillAccess(add, ids, mark);
  await fillDeclarations(add, ids, slug, mark);
  await fillRegisters(add, ids, mark);
  await fillReviews(add, { person: ids['people']!, service, resource: ids['resources']!, grant: ids['accessGrants']! }, mark);
  ids['ownTeleworks'] = await fillTelework(add, person, ids['devices']!, mark);
  ids['teleworkDevices'] = ids['devices']!;
  return { organizationId, ids, mark };
};

/** What every table holds of a centre, in one value. */
export const checksumOf = async (server: TestServer, organizationId: string): Promise<string> => {
  const tables = await server.asOwner<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const parts = [
    "SELECT 'organization' AS name, t::text AS line FROM organization t WHERE id = $1",
    ...tables.map(({ name }) => `SELECT '${name}', t::text FROM "${name}" t WHERE organization_id = $1`),
  ];
  const [row] = await server.asOwner<{ sum: string; rows: number }>(
    `SELECT md5(string_agg(name || line, ',' ORDER BY name, line)) AS sum, count(*)::int AS rows FROM (${parts.join(' UNION ALL ')}) all_rows`,
    [organizationId],
  );
  if (!row || row.rows <= 20) throw new Error(`The checksum of ${organizationId} sees ${row?.rows ?? 0} rows only`);
  return row.sum;
};

/** The routes of an application as `GET /organizations/:organizationId`, below the prefix of the API; HEAD goes with GET. */
export const routesOf = (server: TestServer, prefix: string): { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string }[] => {
  const path: string[] = [];
  return server.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = /^([│├└─\s]*)(\S*)(?: \((.+)\))?$/u.exec(line);
      if (!found || line.trim() === '') return [];
      const depth = (found[1] ?? '').length / 4;
      path.length = depth - 1;
      path.push(found[2] ?? '');
      const whole = path.join('');
      return (found[3] ?? '')
        .split(', ')
        .filter((method) => method && method !== 'HEAD')
        .map((method) => ({ method: method as 'GET', path: whole.startsWith(prefix) ? whole.slice(prefix.length) : whole }));
    })
    .toSorted((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1));
};

/** The address of a route with records of the centre in the place of its parameters. Throws for a parameter that nothing here fills. */
export const addressOf = (path: string, centre: Filled, record: Filled = centre): string =>
  path
    .split('/')
    .map((part, index, parts) => {
      if (!part.startsWith(':')) return part;
      if (part === ':organizationId') return centre.organizationId;
      if (part === ':calendar') return 'no-such-secret.ics';
      if (part === ':kind') return 'securityPolicyFormal';
      if (part === ':rule') return 'policyVerified';
      const collection = parts[index - 1] ?? '';
      const id = record.ids[collection];
      if (!id) throw new Error(`Nothing fills ${part} of ${path}: add a record of "${collection}" to test/centre.ts`);
      return id;
    })
    .join('/');
