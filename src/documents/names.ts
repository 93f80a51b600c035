/** Every variable that a document text may use; library/documents/README.md lists the same for its authors. */
export const variableNames = [
  'centre.name',
  'centre.municipality',
  'centre.address',
  'centre.phone',
  'centre.email',
  'centre.enterpriseNumber',
  'centre.nisCode',
  'federalService.contact',
  'directorGeneral.name',
  'president.name',
  'adviser.name',
  'adviser.start',
  'adviser.decidedOn',
  'adviser.decisionNumber',
  'adviser.notifiedOn',
  'adviser.weeklyHours',
  'deputy.name',
  'deputy.start',
  'deputy.decidedOn',
  'dpo.name',
  'dpo.start',
  'dpo.authorityNotifiedOn',
  'itAgent.name',
  'facts.networkOperator',
  'facts.malwareProtection',
  'facts.backupMethod',
  'facts.offsiteBackupPlace',
  'facts.archivePlace',
  'facts.serverRoomPlace',
  'facts.itSupplier',
  'facts.incidentPhone',
  'facts.incidentEmail',
  'facts.websiteUrl',
  'facts.recoveryHours',
  'facts.charterApprovedOn',
  'facts.continuityPlanApprovedOn',
  'facts.workRulesApprovedOn',
  'document.date',
] as const;

/** Questions about the centre that a condition may ask: the answers to choose from, or yes and no. */
export const profileAnswers: Readonly<Record<string, readonly string[] | 'yesOrNo'>> = {
  network: ['networked', 'standAlone'],
  itManagement: ['internal', 'subcontracted', 'municipality'],
  server: ['own', 'hosted', 'none'],
  archives: ['own', 'shared', 'none'],
  wifi: ['none', 'guestsOnly', 'protected'],
  laptops: ['none', 'stayInside', 'leave'],
  privateUse: ['none', 'limited'],
  surroundings: ['quiet', 'ordinary', 'exposed'],
  telework: 'yesOrNo',
  restHome: 'yesOrNo',
  website: 'yesOrNo',
  ownDevelopment: 'yesOrNo',
  removableMedia: 'yesOrNo',
  cameras: 'yesOrNo',
  volunteers: 'yesOrNo',
};

/** What the registers know without asking: is there a deputy, a data-protection officer, an IT agent, a pool, the Flemish decree on local administration. */
export const hasNames = ['deputy', 'dpo', 'itAgent', 'pool', 'flemishDecree'] as const;

/** Places of a document that a register fills. */
export const slotNames = [
  'officers',
  'platformMembers',
  'organizationChart',
  'legalRegister',
  'versions',
  'annexes',
  'accessRights',
  'hardwareInventory',
  'interventions',
  'backups',
  'undertakings',
  'teleworkParticulars',
  'teleworkDemands',
] as const;

/** Who signs: the council, the person who undertakes and the centre, the director-general. */
export const signatureNames = ['council', 'undersigned', 'directorGeneral'] as const;
