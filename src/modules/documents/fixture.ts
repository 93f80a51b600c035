import type { DocumentFacts, MandateFacts } from './facts.ts';

const mandate = (values: Partial<MandateFacts> & Pick<MandateFacts, 'kind' | 'personName'>): MandateFacts => ({
  id: `mandate-${values.kind}`, personId: `person-${values.personName}`, title: null, start: '2024-03-14', end: null, decidedOn: null, decisionNumber: null, federalServiceNotifiedOn: null, authorityNotifiedOn: null, weeklyHours: null, ...values,
});

/** A centre with every fact that the documents name, for tests. */
export const completeFacts = (): DocumentFacts => ({
  organization: {
    slug: 'valombre', name: { fr: 'CPAS de Valombre', nl: 'OCMW Valombre', de: 'ÖSHZ Valombre' }, municipality: 'Valombre', region: 'wallonia', nisCode: '63999', enterpriseNumber: '0212345668',
    address: { street: 'Place du Marché 1', postalCode: '4999', locality: 'Valombre' }, phone: '087 00 00 00', email: 'info@valombre.example', federalContact: { name: 'Service sécurité' },
    profile: {
      network: 'networked', itManagement: 'subcontracted', server: 'own', archives: 'own', wifi: 'protected', laptops: 'leave', privateUse: 'limited', surroundings: 'ordinary',
      telework: true, restHome: true, website: true, ownDevelopment: false, removableMedia: true, cameras: true, volunteers: true,
    },
    facts: {
      networkOperator: 'Réseau public Explore', malwareProtection: 'Antivirus géré', backupMethod: 'Complète chaque nuit', offsiteBackupPlace: 'Coffre de la maison communale', archivePlace: 'Sous-sol',
      serverRoomPlace: 'Premier étage', itSupplier: 'Vesdre Informatique', incidentPhone: '087 00 00 09', incidentEmail: 'securite@valombre.example', websiteUrl: 'https://valombre.example',
      recoveryHours: 24, charterApprovedOn: '2025-02-18', continuityPlanApprovedOn: '2025-06-24', workRulesApprovedOn: '2024-12-17',
    },
    pool: { id: 'pool', name: 'Pool de la Vesdre' },
  },
  mandates: [
    mandate({ kind: 'president', personName: 'Jean Mathot', title: 'sir', start: '2024-12-02' }),
    mandate({ kind: 'directorGeneral', personName: 'Geneviève Poncelet', title: 'madam', start: '2019-09-01' }),
    mandate({ kind: 'adviser', personName: 'Claire Delvaux', title: 'madam', decidedOn: '2024-03-01', decisionNumber: '2024/12', federalServiceNotifiedOn: '2024-03-20', weeklyHours: 450 }),
    mandate({ kind: 'deputyAdviser', personName: 'Marc Humblet', title: 'sir', decidedOn: '2024-03-01', decisionNumber: '2024/13' }),
    mandate({ kind: 'dpo', personName: 'Sophie Renier', title: 'madam', authorityNotifiedOn: '2024-04-02' }),
    mandate({ kind: 'itAgent', personName: 'David Lejeune', title: 'sir', start: '2021-05-02' }),
  ],
  services: [
    { id: 's1', name: 'Direction', parentId: null, headName: 'Geneviève Poncelet', seesPersonalData: true },
    { id: 's2', name: 'Service social', parentId: 's1', headName: null, seesPersonalData: true },
    { id: 's3', name: 'Médiation de dettes', parentId: 's2', headName: 'Anne Collard', seesPersonalData: true },
    { id: 's4', name: 'Entretien', parentId: 's1', headName: null, seesPersonalData: false },
  ],
  staff: [
    { personId: 'p1', personName: 'Anne Collard', function: 'assistante sociale', serviceId: 's3' },
    { personId: 'p2', personName: 'Luc Noël', function: 'ouvrier', serviceId: 's4' },
    { personId: 'p3', personName: 'Zoé Abras', function: 'étudiante', serviceId: null },
  ],
  legal: [
    { key: 'old', title: { fr: 'Ancienne loi', nl: 'Oude wet', de: 'Altes Gesetz' }, short: { fr: 'Ancienne', nl: 'Oude', de: 'Alt' }, kind: 'law', state: 'amended', replacedBy: ['new'], scope: 'other', certainty: 'general', source: { fr: 'essai', nl: 'test', de: 'Test' } },
    { key: 'gone', title: { fr: 'Loi remplacée', nl: 'Vervangen wet', de: 'Ersetztes Gesetz' }, short: { fr: 'Remplacée', nl: 'Vervangen', de: 'Ersetzt' }, kind: 'law', state: 'replaced', replacedBy: ['new'], scope: 'other', certainty: 'seen', source: { fr: 'essai', nl: 'test', de: 'Test' } },
    { key: 'new', title: { fr: 'Nouvelle loi', nl: 'Nieuwe wet', de: 'Neues Gesetz' }, short: { fr: 'Nouvelle', nl: 'Nieuwe', de: 'Neu' }, kind: 'law', state: 'inForce', scope: 'other', certainty: 'seen', source: { fr: 'essai', nl: 'test', de: 'Test' }, articles: [{ number: '28 § 2', certainty: 'seen', text: { fr: 'a', nl: 'a', de: 'a' } }] },
    { key: 'flemish', title: { fr: 'Décret flamand', nl: 'Vlaams decreet', de: 'Flämisches Dekret' }, short: { fr: 'Décret', nl: 'Decreet', de: 'Dekret' }, kind: 'decree', state: 'inForce', regions: ['flanders'], scope: 'other', certainty: 'seen', source: { fr: 'essai', nl: 'test', de: 'Test' } },
    { key: 'standard', title: { fr: 'Norme ISO', nl: 'ISO-norm', de: 'ISO-Norm' }, short: { fr: 'ISO', nl: 'ISO', de: 'ISO' }, kind: 'standard', state: 'inForce', scope: 'other', certainty: 'seen', source: { fr: 'essai', nl: 'test', de: 'Test' } },
  ],
});
