type Add = (collection: string, table: string, columns: Record<string, unknown>) => Promise<string>;

const noCounts = JSON.stringify({ accounts: 1, matched: 0, asked: 1, technical: 0, faults: 0, found: 1, gone: 0, open: 1 });

/** One row in every table of suppliers, resources, rights and reconciliation of a centre; needs its `ids` of people and files. */
export const fillAccess = async (add: Add, ids: Record<string, string>, mark: string): Promise<void> => {
  const supplier = await add('suppliers', 'supplier', { name: mark, kind: 'software', search_text: 'mark' });
  const supplierContract = await add('supplierContracts', 'supplier_contract', { supplier_id: supplier, title: mark, start: '2025-01-01' });
  await add('supplierPeople', 'supplier_person', { supplier_id: supplier, person_id: ids['people'], contract_id: supplierContract, start: '2025-01-01' });
  const resource = await add('resources', 'resource', { name: mark, kind: 'application', levels: '{read,write}', search_text: 'mark' });
  await add('accessGrants', 'access_grant', { person_id: ids['people'], resource_id: resource, level: 'read', reason: mark, start: '2025-01-01' });
  await add('accountLists', 'account_source', { resource_id: resource, base_dn: mark, bind_dn: mark, host: `${mark.toLowerCase()}.example.be`, port: 636, security: 'tls' });
  ids['accountLists'] = resource;
  const compared = await add('reconciliations', 'reconciliation', {
    resource_id: resource,
    ran_at: '2025-01-01',
    ran_on: '2025-01-01',
    source: 'file',
    file_name: mark,
    content_hash: mark,
    format: '{}',
    counts: noCounts,
    faults: '[]',
  });
  await add('accountMatches', 'account_match', { resource_id: resource, account: mark.toLowerCase(), label: mark, kind: 'asked', person_id: ids['people'], why: 'login' });
  await add('accountFindings', 'account_finding', { resource_id: resource, kind: 'unused', account: mark, person_id: ids['people'], facts: mark, found_on: '2025-01-01', found_by: compared });
  const profile = await add('accessProfiles', 'access_profile', { name: mark, functions: [mark.toLowerCase()] });
  await add('accessProfileRights', 'access_profile_right', { profile_id: profile, resource_id: resource, level: 'read' });
  await add('accessSegregations', 'access_segregation', { first_resource_id: resource, first_level: 'administer', second_resource_id: resource, second_level: 'validate', reason: mark });
  const listed = { on: '2026-01-05', people: [{ id: ids['people'], name: mark }], resources: [{ id: resource, name: mark, kind: 'application', socialData: false }], rights: [] };
  await add('accessLists', 'access_list', {
    number: 1,
    on: '2026-01-05',
    reason: 'demand',
    note: mark,
    language: 'fr',
    people: 1,
    resources: 1,
    rights: 1,
    content: JSON.stringify(listed),
    model: JSON.stringify({ title: mark, language: 'fr', sections: [] }),
    content_hash: mark,
    pdf_file_id: ids['files'],
    docx_file_id: ids['files'],
    xlsx_file_id: ids['files'],
    frozen_at: '2026-01-05',
  });
};
