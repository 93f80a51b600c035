/** How a length is counted: elapsed hours; by the calendar; or as Regulation (EEC, Euratom) 1182/71 asks for acts of the Union. */
export type Counting = 'elapsed' | 'calendar' | 'eu1182';
export type Unit = 'hour' | 'day' | 'month' | 'year';
/** Binding law; a minimum norm of the BCSS; what the models of policy recommend; or a choice of ours. */
export const ruleKinds = ['law', 'norm', 'model', 'setting'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Length of a period; 0 days is: the same day. */
export type Length = { amount: number; unit: Unit };

export type Rule = {
  /** What starts the period; in words under `starts.<id>` in the texts of the deadlines. */
  starts: string;
  length: Length;
  counting: Counting;
  kind: RuleKind;
  /** A duty to be met within the period, or so long ahead of what it counts from; or something kept at most, or at least, so long. */
  bound: 'within' | 'ahead' | 'keepAtMost' | 'keepAtLeast';
  /** Short name of the source, said in words under `sources.<id>`. */
  source: string;
  /** In force from this day, until that one; open where we do not know. */
  from?: string;
  until?: string;
  /** `unsure` is shown as such: a jurist has still to confirm it, or nobody has seen its text. */
  certainty: 'sure' | 'unsure';
  /** What a centre may set: nothing; a stricter length; or any, with a reason where it is looser. */
  adjust: 'nothing' | 'stricter' | 'both';
};

type Given = Partial<Rule> & Pick<Rule, 'starts' | 'length' | 'source'>;
const hours = (amount: number): Length => ({ amount, unit: 'hour' });
const days = (amount: number): Length => ({ amount, unit: 'day' });
const months = (amount: number): Length => ({ amount, unit: 'month' });
const years = (amount: number): Length => ({ amount, unit: 'year' });

const rule =
  (kind: RuleKind, adjust: Rule['adjust']) =>
  (given: Given): Rule => ({ counting: given.length.unit === 'hour' ? 'elapsed' : 'calendar', kind, bound: 'within', certainty: 'sure', adjust, ...given });
const law = rule('law', 'stricter');
const norm = rule('norm', 'both');
const model = rule('model', 'both');
const setting = rule('setting', 'both');
const gdpr = (given: Given): Rule => law({ from: '2018-05-25', ...given });
const nis2 = (given: Given): Rule => law({ from: '2024-10-18', certainty: 'unsure', ...given });
const sameDay = days(0);

/**
 * Every duty with a date, once: what starts it, how long, how it is counted, whence, how sure. The rooms name a rule and give what
 * starts it; counting.ts counts. Sources: docs/sources.md. Where a norm or a law gives a duty and no delay, the length is our proposal and a
 * centre may set it either way.
 */
export const rules = {
  breachToAuthority: gdpr({ starts: 'awareness', length: hours(72), source: 'gdpr33' }),
  breachToPersons: gdpr({ starts: 'assessment', length: sameDay, source: 'gdpr34', certainty: 'unsure', adjust: 'nothing' }),
  dataSubjectAnswer: gdpr({ starts: 'receipt', length: months(1), counting: 'eu1182', source: 'gdpr12', certainty: 'unsure' }),
  dataSubjectAnswerExtended: gdpr({ starts: 'receipt', length: months(3), counting: 'eu1182', source: 'gdpr12', certainty: 'unsure' }),
  dpoAppointed: gdpr({ starts: 'vacancy', length: sameDay, source: 'gdpr37', adjust: 'nothing' }),
  dpoToAuthority: gdpr({ starts: 'appointment', length: days(30), source: 'gdpr37', certainty: 'unsure', adjust: 'both' }),
  adviceDecision: law({ starts: 'receipt', length: months(3), source: 'ar1993' }),
  adviceTold: law({ starts: 'decision', length: sameDay, source: 'ar1993', certainty: 'unsure', adjust: 'nothing' }),
  adviceAsked: setting({ starts: 'asking', length: days(30), source: 'beffroi' }),
  infringementAction: setting({ starts: 'agreedDay', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  annualReport: law({ starts: 'year', length: years(1), source: 'ar1993Pol' }),
  adviserAppointed: law({ starts: 'vacancy', length: sameDay, source: 'ar1993Adviser', adjust: 'nothing' }),
  directionAppointed: law({ starts: 'vacancy', length: sameDay, source: 'organicLaw', certainty: 'unsure', adjust: 'nothing' }),
  questionnaire: norm({ starts: 'campaign', length: sameDay, source: 'polMut', adjust: 'stricter' }),
  // Our own: what last year said is looked at again within a month, and what proves an answer is renewed before it ends.
  answersConfirmed: setting({ starts: 'assessmentOpened', length: days(30), source: 'beffroi' }),
  evidenceRenewed: setting({ starts: 'evidenceEnd', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  questionnaireValidated: setting({ starts: 'handing', length: days(14), source: 'beffroi' }),
  questionnaireAcknowledged: setting({ starts: 'submission', length: days(60), source: 'beffroi' }),
  appointmentDecided: norm({ starts: 'appointment', length: sameDay, source: 'pol5' }),
  appointmentToFederalService: norm({ starts: 'councilDecision', length: days(30), source: 'pol5Nor' }),
  candidacyToFederalService: norm({ starts: 'councilDecision', length: days(30), source: 'pol5MutA' }),
  candidacyAnswer: setting({ starts: 'sending', length: days(60), source: 'beffroi' }),
  deputyAppointed: model({ starts: 'vacancy', length: days(90), source: 'pol5' }),
  serviceHeaded: model({ starts: 'vacancy', length: days(30), source: 'pol8' }),
  policyVerified: model({ starts: 'lastVerification', length: years(1), source: 'pol7' }),
  formalAudit: model({ starts: 'lastAudit', length: years(4), source: 'pol7' }),
  rightDecided: setting({ starts: 'asking', length: days(14), source: 'beffroi' }),
  temporaryRightEnds: setting({ starts: 'accessEnd', length: days(14), bound: 'ahead', source: 'beffroi' }),
  auditReport: setting({ starts: 'audit', length: days(60), source: 'beffroi' }),
  findingAction: setting({ starts: 'auditReport', length: days(30), source: 'beffroi' }),
  auditorAccess: setting({ starts: 'accessEnd', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  networkDeadline: norm({ starts: 'authorityDay', length: sameDay, source: 'authority', adjust: 'nothing' }),
  networkAnswer: setting({ starts: 'authorityLetter', length: days(30), source: 'beffroi' }),
  networkRestored: setting({ starts: 'accessLost', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  planToCouncil: model({ starts: 'budgetDay', length: sameDay, source: 'ar1993Pol110', adjust: 'nothing' }),
  councilItem: model({ starts: 'month', length: months(1), source: 'polOperational1' }),
  councilNoteReady: setting({ starts: 'sitting', length: days(7), bound: 'ahead', source: 'beffroi' }),
  councilResult: setting({ starts: 'sitting', length: days(14), source: 'beffroi' }),
  documentApproved: model({ starts: 'entry', length: days(90), source: 'pol7' }),
  reviewAnswered: setting({ starts: 'agreedDay', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  publishedRead: setting({ starts: 'publication', length: days(30), source: 'beffroi' }),
  draftDecided: setting({ starts: 'draft', length: days(60), source: 'beffroi' }),
  profileAnswered: setting({ starts: 'entry', length: days(14), source: 'beffroi' }),
  platformDecision: setting({ starts: 'dueDay', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  planAction: setting({ starts: 'planTerm', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  planBudget: setting({ starts: 'budgetRequest', length: months(4), source: 'beffroi' }),
  platformMeeting: setting({ starts: 'lastMeeting', length: months(6), source: 'beffroi' }),
  backupRepaired: setting({ starts: 'failure', length: days(1), source: 'beffroi', adjust: 'nothing' }),
  accountsDisabled: model({ starts: 'contractEnd', length: hours(24), source: 'mes28' }),
  accountsSuspended: model({ starts: 'suspension', length: sameDay, source: 'mes28' }),
  mailboxClosed: model({ starts: 'departure', length: months(1), source: 'pol14', certainty: 'unsure' }),
  traineeAccountsEnded: model({ starts: 'traineeshipEnd', length: sameDay, source: 'mes28' }),
  // MES 2.8 asks that accounts be those of people who work there; how often one looks is ours.
  accountsReconciled: setting({ starts: 'lastReconciliation', length: months(3), source: 'beffroi' }),
  accountFindingAnswered: setting({ starts: 'reconciliation', length: days(30), source: 'beffroi' }),
  // Our own: what a list said of somebody, and says no more, is of no use once two yearly reviews have passed.
  accountFindingsKept: setting({ starts: 'lastReconciliation', length: months(24), bound: 'keepAtMost', source: 'beffroi' }),
  accountUnused: setting({ starts: 'lastUse', length: months(6), bound: 'keepAtMost', source: 'beffroi' }),
  // Ours: « at its start » is by the end of January, and the heads of service answer by the day that was agreed.
  accessReviewBegun: setting({ starts: 'calendarYear', length: days(30), source: 'beffroi' }),
  accessReviewAnswered: setting({ starts: 'agreedDay', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  // Our own: a step without a rule by its term; a case by the day of its event, and closed two weeks after nothing of it is open.
  accessStep: setting({ starts: 'stepTerm', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  movementOpened: setting({ starts: 'contractEvent', length: days(0), source: 'beffroi' }),
  movementClosed: setting({ starts: 'lastStep', length: days(14), source: 'beffroi' }),
  envelopeChecked: setting({ starts: 'lastCheck', length: years(1), source: 'beffroi' }),
  secretChanged: setting({ starts: 'emergencyOpening', length: days(1), source: 'beffroi' }),
  absentAccessDecided: setting({ starts: 'asking', length: days(2), source: 'beffroi' }),
  absentTold: setting({ starts: 'absentLook', length: days(14), source: 'beffroi' }),
  accessReviewed: model({ starts: 'calendarYear', length: years(1), source: 'mes28' }),
  inventoryReviewed: model({ starts: 'lastReview', length: months(6), source: 'pol13i' }),
  emergencyPowerTested: model({ starts: 'lastTest', length: months(6), source: 'pol16' }),
  // POL 1.6 and MES 2.2 name some; how often the others are looked at is ours, a year where nothing else is said.
  recurringCheck: setting({ starts: 'lastCheck', length: months(12), source: 'beffroi' }),
  interventionDecided: setting({ starts: 'announcement', length: days(3), source: 'beffroi' }),
  interventionRatified: setting({ starts: 'unagreedStart', length: days(2), source: 'beffroi' }),
  interventionClosed: setting({ starts: 'interventionStart', length: days(14), source: 'beffroi' }),
  interventionYearFrozen: setting({ starts: 'yearEnd', length: months(1), source: 'beffroi' }),
  maintenanceAgreed: setting({ starts: 'asking', length: days(14), source: 'beffroi' }),
  // MES 2.10 asks for an agreement beforehand; how soon the next one is seen to, or a firm that connects without any gets one, is ours.
  maintenanceRenewed: setting({ starts: 'maintenanceEnd', length: days(30), bound: 'ahead', source: 'beffroi' }),
  maintenanceCovered: setting({ starts: 'uncoveredSession', length: days(14), source: 'beffroi' }),
  mailboxRead: setting({ starts: 'mailboxFault', length: days(1), source: 'beffroi' }),
  mailsSorted: setting({ starts: 'receipt', length: days(3), source: 'beffroi' }),
  // Our own: no text says how soon a lock follows a key that is lost, or how often one looks at the desks.
  codeChanged: setting({ starts: 'accessEnd', length: days(1), source: 'beffroi' }),
  keyBack: setting({ starts: 'accessEnd', length: days(1), source: 'beffroi' }),
  visitorGone: setting({ starts: 'visit', length: days(1), source: 'beffroi', adjust: 'nothing' }),
  zoneHeld: setting({ starts: 'entry', length: days(30), source: 'beffroi' }),
  desksLooked: setting({ starts: 'lastCheck', length: months(12), source: 'beffroi' }),
  sheetsReplaced: setting({ starts: 'event', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  alarmsChecked: model({ starts: 'lastCheck', length: months(12), source: 'mes22' }),
  backupsMade: model({ starts: 'lastBackup', length: days(1), source: 'mes28' }),
  backupsChecked: model({ starts: 'lastCheck', length: days(7), source: 'mes28' }),
  restoreExercised: model({ starts: 'lastExercise', length: months(12), source: 'mes28' }),
  // Our own: a month to decide what follows from a restore that missed.
  restoreMissed: setting({ starts: 'lastExercise', length: months(1), source: 'beffroi' }),
  serviceRestarted: model({ starts: 'outage', length: hours(24), source: 'mes28Pol16' }),
  accessLogsKept: model({ starts: 'event', length: months(6), bound: 'keepAtMost', source: 'mes28' }),
  investigationLogsKept: model({ starts: 'event', length: months(3), bound: 'keepAtMost', source: 'mes28' }),
  consultationLogsKept: norm({ starts: 'event', length: years(10), bound: 'keepAtLeast', source: 'committee', certainty: 'unsure', adjust: 'stricter' }),
  archiveKept: model({ starts: 'nextJanuary', length: years(10), bound: 'keepAtLeast', source: 'mes29' }),
  undertakingSigned: model({ starts: 'contractStart', length: sameDay, source: 'pol11' }),
  undertakingRenewed: setting({ starts: 'renewalAsked', length: days(30), source: 'beffroi' }),
  undertakingCountersigned: setting({ starts: 'signature', length: days(30), source: 'beffroi' }),
  proceduresToCouncil: model({ starts: 'year', length: years(1), source: 'polOperational1' }),
  updatesInstalled: model({ starts: 'publication', length: days(7), source: 'mes28' }),
  loggingAnnounced: model({ starts: 'arrival', length: sameDay, source: 'mes28' }),
  // Our own: no source says how long a request may lie, or how often an agreement is looked at again.
  teleworkStep: setting({ starts: 'lastStep', length: days(14), source: 'beffroi' }),
  teleworkReviewed: setting({ starts: 'lastReview', length: years(1), source: 'beffroi' }),
  teleworkEnded: model({ starts: 'contractEnd', length: sameDay, source: 'mes28' }),
  teleworkLine: setting({ starts: 'lineFull', length: days(30), source: 'beffroi' }),
  teleworkClosed: setting({ starts: 'teleworkEnd', length: days(7), source: 'beffroi' }),
  deviceBack: setting({ starts: 'agreedDay', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  // An order has its day; what was carried out is checked while one can still look (POL 1.3 d); data that are gone are answered for at once.
  disposalCarriedOut: setting({ starts: 'agreedDay', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  disposalChecked: setting({ starts: 'disposal', length: days(7), source: 'beffroi' }),
  dataGone: setting({ starts: 'discovery', length: sameDay, source: 'beffroi', adjust: 'nothing' }),
  theftTold: model({ starts: 'discovery', length: sameDay, source: 'mes24' }),
  archivesMade: model({ starts: 'year', length: years(1), source: 'mes29' }),
  archivesDestroyed: model({ starts: 'nextJanuary', length: years(10), source: 'mes29' }),
  opticalMediaRenewed: model({ starts: 'writing', length: years(4), source: 'mes29' }),
  // POL 1.6 asks for a copy elsewhere and gives no delay: ours.
  backupOffSite: model({ starts: 'backupPlan', length: days(30), source: 'pol16' }),
  // Our own: whoever keeps a copy moves house, and binders are tidied away.
  disasterCopySeen: setting({ starts: 'lastCheck', length: years(1), source: 'beffroi' }),
  // Our own: time to choose, to buy and to try; the model asks for the backup and names no delay.
  backupProvided: setting({ starts: 'entry', length: days(30), source: 'beffroi' }),
  disasterPlanOutside: model({ starts: 'version', length: days(30), source: 'pol9' }),
  subcontractorClause: model({ starts: 'contract', length: sameDay, source: 'mes211' }),
  // Our own: time to ask others for an offer, and somebody who answers for what holds social data.
  contractRenewed: setting({ starts: 'supplierContractEnd', length: months(3), bound: 'ahead', source: 'beffroi' }),
  // Our own: time to replace what ends, to buy what lacks, and to count again.
  softwareRenewed: setting({ starts: 'softwareEnd', length: months(3), bound: 'ahead', source: 'beffroi' }),
  licencesInOrder: setting({ starts: 'licenceExceeded', length: days(30), source: 'beffroi' }),
  licencesCounted: setting({ starts: 'lastCount', length: months(12), source: 'beffroi' }),
  derogationDecided: setting({ starts: 'asking', length: days(14), source: 'beffroi' }),
  derogationEnds: setting({ starts: 'derogationEnd', length: days(14), bound: 'ahead', source: 'beffroi' }),
  derogationClosed: setting({ starts: 'derogationEnd', length: days(7), source: 'beffroi' }),
  flowAuthorised: norm({ starts: 'authorisationEnd', length: sameDay, source: 'committee', adjust: 'nothing' }),
  resourceOwned: setting({ starts: 'entry', length: days(30), source: 'beffroi' }),
  mailboxOfAbsent: model({ starts: 'absence', length: days(15), bound: 'keepAtLeast', source: 'mes22' }),
  poolMeeting: model({ starts: 'year', length: months(3), source: 'mutB' }),
  nis2EarlyWarning: nis2({ starts: 'awareness', length: hours(24), source: 'nis2' }),
  nis2Notification: nis2({ starts: 'awareness', length: hours(72), source: 'nis2' }),
  nis2FinalReport: nis2({ starts: 'notification', length: months(1), counting: 'eu1182', source: 'nis2' }),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
export const ruleIds = Object.keys(rules) as RuleId[];
