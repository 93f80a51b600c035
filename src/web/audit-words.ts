/** What an entry of the audit trail says, field by field: pure, no words of any language here. */

/** The two sides of a change as the trail keeps them: a new record has only `after`, a deleted one only `before`. */
export type Sides = { before?: Record<string, unknown>; after?: Record<string, unknown> };

/** One field, from and to; `path` is its name, a member of a group of fields behind a dot (`address.street`). */
export type FieldChange = { path: string; before?: unknown; after?: unknown };

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The trail keeps the names of columns (`last_name`); texts and the API say `lastName`. */
const propertyOf = (column: string): string => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const flat = (fields: Record<string, unknown> | undefined): Map<string, unknown> =>
  new Map(
    Object.entries(fields ?? {}).flatMap(([column, value]): [string, unknown][] => {
      const name = propertyOf(column);
      return isGroup(value) ? Object.entries(value).map(([member, inner]) => [`${name}.${member}`, inner]) : [[name, value]];
    }),
  );

/** What tells records apart is said first; the trail has no order of its own. */
const leading = ['lastName', 'firstName', 'name', 'kind', 'function', 'state', 'decidedOn', 'decisionNumber', 'personId', 'serviceId', 'language', 'number', 'start', 'end'];
const rank = (path: string): number => (leading.indexOf(path.split('.')[0]!) + leading.length + 1) % (leading.length + 1);

/** The fields that an entry changed, those that tell records apart first; what was empty and stays so is left out, a group counts by its members. */
export const changesOf = ({ before, after }: Sides): FieldChange[] => {
  const from = flat(before);
  const to = flat(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((path) => ({ path, before: from.get(path), after: to.get(path) }))
    .filter((change) => !(isNothing(change.before) && isNothing(change.after)) && JSON.stringify(change.before) !== JSON.stringify(change.after))
    .map(({ path, before: old, after: now }) => ({ path, ...(isNothing(old) ? {} : { before: old }), ...(isNothing(now) ? {} : { after: now }) }))
    .toSorted((a, b) => rank(a.path) - rank(b.path));
};

/** The room whose texts name the fields of a table; other tables have theirs in the room of the trail itself. */
export const roomOfTable: Record<string, string> = {
  organization: 'organizations',
  pool: 'organizations',
  pool_membership: 'organizations',
  person: 'people',
  person_merge: 'people',
  correction_request: 'subjects',
  service: 'people',
  contract: 'people',
  mandate: 'people',
  candidacy: 'people',
  yearly_report: 'report',
  report_text: 'report',
  platform_meeting: 'platform',
  platform_attendance: 'platform',
  platform_point: 'platform',
  platform_decision: 'platform',
  access_grant: 'access',
  access_profile: 'access',
  access_profile_right: 'access',
  access_segregation: 'access',
  access_list: 'access',
  movement: 'movements',
  access_step: 'movements',
  step_setting: 'movements',
  movement_certificate: 'movements',
  emergency_envelope: 'emergency',
  emergency_check: 'emergency',
  emergency_opening: 'emergency',
  absent_access: 'emergency',
  access_review: 'reviews',
  access_review_person: 'reviews',
  access_review_item: 'reviews',
  plan_action: 'plan',
  plan_version: 'plan',
  plan_setting: 'plan',
  assessment: 'norms',
  assessment_norm: 'norms',
  assessment_evidence: 'norms',
  advice: 'advice',
  council_sitting: 'council',
  council_item: 'council',
  council_note: 'council',
  document_version: 'documents',
  document_verification: 'documents',
  document_wording: 'documents',
  document_comment: 'documents',
  document_review: 'documents',
  document_review_answer: 'documents',
  own_document: 'documents',
  assessment_submission: 'norms',
  inspection: 'inspections',
  inspection_finding: 'inspections',
  inspection_access: 'inspections',
  network_notice: 'inspections',
  network_step: 'inspections',
  device: 'inventories',
  device_movement: 'inventories',
  inventory_setting: 'inventories',
  telework: 'telework',
  telework_device: 'telework',
  telework_movement: 'telework',
  telework_exception: 'telework',
  telework_measure: 'telework',
  telework_loss: 'telework',
  telework_setting: 'telework',
  rule_setting: 'deadlines',
  group_mapping: 'providers',
  link: 'members',
  invitation: 'members',
  delegation: 'members',
  publication: 'publications',
  documentation_entry: 'documentation',
  confirmation: 'publications',
  signed_sheet: 'publications',
  publication_letter: 'publications',
  supplier: 'suppliers',
  supplier_contract: 'suppliers',
  supplier_person: 'suppliers',
  resource: 'resources',
  declaration: 'declarations',
  declaration_text: 'declarations',
  declaration_sheet: 'declarations',
  declaration_link: 'declarations',
  declaration_scan: 'declarations',
  declaration_setting: 'declarations',
  account_source: 'reconciliation',
  reconciliation: 'reconciliation',
  account_match: 'reconciliation',
  account_finding: 'reconciliation',
};

/** The tables that leave entries in the trail of a centre, in the order in which they are offered. */
export const auditedTables = [
  'organization',
  'person',
  'person_merge',
  'correction_request',
  'service',
  'contract',
  'mandate',
  'candidacy',
  'yearly_report',
  'report_text',
  'platform_meeting',
  'platform_attendance',
  'platform_point',
  'platform_decision',
  'access_grant',
  'access_profile',
  'access_profile_right',
  'access_segregation',
  'access_list',
  'movement',
  'access_step',
  'step_setting',
  'movement_certificate',
  'emergency_envelope',
  'emergency_check',
  'emergency_opening',
  'absent_access',
  'access_review',
  'access_review_person',
  'access_review_item',
  'plan_action',
  'plan_version',
  'plan_setting',
  'assessment',
  'assessment_norm',
  'assessment_evidence',
  'advice',
  'assessment_submission',
  'inspection',
  'inspection_finding',
  'inspection_access',
  'network_notice',
  'network_step',
  'device',
  'device_movement',
  'inventory_setting',
  'telework',
  'telework_device',
  'telework_movement',
  'telework_exception',
  'telework_measure',
  'telework_loss',
  'telework_setting',
  'council_sitting',
  'council_item',
  'council_note',
  'document_version',
  'document_verification',
  'document_wording',
  'document_comment',
  'document_review',
  'document_review_answer',
  'own_document',
  'publication',
  'confirmation',
  'signed_sheet',
  'publication_letter',
  'declaration',
  'declaration_text',
  'declaration_sheet',
  'declaration_link',
  'declaration_scan',
  'declaration_setting',
  'documentation_entry',
  'link',
  'invitation',
  'delegation',
  'group_mapping',
  'pool_membership',
  'rule_setting',
  'supplier',
  'supplier_contract',
  'supplier_person',
  'resource',
  'account_source',
  'reconciliation',
  'account_match',
  'account_finding',
  'file',
] as const;

/** What can be done to a record, as the trail names it. */
export const auditActions = ['insert', 'update', 'delete', 'export', 'import', 'dossier', 'erase'] as const;

const places: Record<string, string> = {
  person: 'people',
  service: 'people/services',
  contract: 'people/contracts',
  mandate: 'people/mandates',
  candidacy: 'people/candidacies',
  own_document: 'documents/own',
  publication: 'documents/publications',
  platform_meeting: 'platform/meetings',
  access_grant: 'access/rights',
  access_profile: 'access/profiles',
  access_list: 'access/lists',
  movement: 'movements',
  emergency_envelope: 'emergency',
  absent_access: 'emergency/absent',
  access_review: 'reviews',
  plan_action: 'plan/actions',
  plan_version: 'plan/versions',
  advice: 'advice',
  inspection: 'inspections',
  network_notice: 'inspections/network',
  council_sitting: 'council/sittings',
  documentation_entry: 'documentation',
  link: 'members',
  supplier: 'suppliers',
  supplier_contract: 'suppliers/contracts',
  supplier_person: 'suppliers/people',
  account_finding: 'reconciliation/account-findings',
  reconciliation: 'reconciliation/runs',
  resource: 'resources',
  device: 'inventories/devices',
};

/** Where a record of a table has a page, under the centre's address. */
export const recordAddress = (table: string, id: string): string | undefined => (table === 'organization' ? 'centre' : places[table] && `${places[table]}/${id}`);
