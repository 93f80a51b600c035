/** What somebody may be in one centre: mandates, contracts and grants give these. */
export const centreRoles = [
  'adviser',
  'deputyAdviser',
  'dpo',
  'deputyDpo',
  'directorGeneral',
  'president',
  'councilMember',
  'itHead',
  'itAgent',
  'outsideFirm',
  'headOfService',
  'staff',
  'archivist',
  'reception',
  'auditor',
  'itSecurityOfficer',
  'localCorrespondent',
  'financeDirector',
  'platformMember',
] as const;
export type CentreRole = (typeof centreRoles)[number];

/** Roles of the whole installation. */
export const installationRoles = ['administrator', 'federalSupervisor', 'poolCoordinator'] as const;
export type InstallationRole = (typeof installationRoles)[number];

export type Role = CentreRole | InstallationRole;

/** Who acts: an account with its roles in the centre at hand and in the installation. A program with a token does nothing but `only`. */
export type Actor = { accountId: string | undefined; roles: readonly CentreRole[]; installation: readonly InstallationRole[]; only?: readonly string[] };

const security = ['adviser', 'deputyAdviser'] as const;
const privacy = ['dpo', 'deputyDpo'] as const;
const direction = ['directorGeneral'] as const;
const keepers = [...security, ...privacy, ...direction] as const;
const readers = [...keepers, 'auditor', 'localCorrespondent', 'president'] as const;
const everybodyOfTheCentre = centreRoles;

/**
 * The one table of who may do what. A role that is not listed may not. Conditions on the record itself
 * (its state) are the rule of its own room; this says who.
 */
export const permissions = {
  'account.self': 'signedIn',
  'search.use': 'signedIn',
  'presence.tell': [...everybodyOfTheCentre],
  'organization.list': 'signedIn',
  'organization.create': ['administrator', 'adviser', 'poolCoordinator'],
  'organization.read': [...everybodyOfTheCentre, 'administrator'],
  'organization.update': [...security, ...direction, 'administrator'],
  'pool.read': ['administrator', 'poolCoordinator', ...keepers, 'auditor'],
  'pool.manage': ['administrator'],
  'backup.manage': ['administrator'],
  'token.manage': ['administrator'],
  'provider.manage': ['administrator'],
  'groupMapping.manage': [...security, ...direction],
  'mail.manage': ['administrator'],
  'account.manage': ['administrator'],
  'member.read': [...keepers, 'president', 'auditor'],
  'member.resetFactors': ['adviser', ...direction],
  'member.write': [...security, ...direction, 'president'],
  'delegation.own': [...everybodyOfTheCentre],
  'person.read': [...readers, 'headOfService', 'itHead', 'itAgent', 'itSecurityOfficer', 'archivist', 'platformMember'],
  'person.readSsin': [...security, ...direction],
  'person.write': [...security, ...direction, 'localCorrespondent'],
  // What one is told about oneself, and may ask to have corrected.
  'dataSubject.own': [...everybodyOfTheCentre],
  'dataSubject.answer': [...privacy, ...security, ...direction],
  // At the end of the retention, and for good.
  'dataSubject.erase': [...privacy, 'adviser', ...direction],
  // One record instead of two, and back.
  'person.merge': [...security, ...direction],
  'service.read': [...everybodyOfTheCentre],
  'service.write': [...security, ...direction, 'localCorrespondent'],
  'contract.read': [...readers, 'headOfService', 'itSecurityOfficer'],
  'contract.write': [...security, ...direction, 'localCorrespondent'],
  'mandate.read': [...everybodyOfTheCentre],
  'mandate.write': [...security, ...direction, 'president'],
  'candidacy.read': [...keepers, 'auditor', 'president'],
  'candidacy.write': [...security, ...privacy, ...direction],
  'platform.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer', 'platformMember'],
  'platform.write': [...security, ...direction, 'localCorrespondent'],
  'platform.approve': [...security, ...direction, 'president'],
  'platform.complete': [...security, ...direction, 'localCorrespondent', 'president', 'itHead', 'itAgent', 'platformMember'],
  // Who may reach what (decision 32). A head of service sees, asks and agrees for the people of their own services.
  'access.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer', 'headOfService'],
  'access.ask': [...keepers, 'localCorrespondent', 'itHead', 'itAgent', 'headOfService'],
  'access.agree': [...security, ...direction, 'headOfService'],
  // Carrying out what was agreed: given, taken away, put right.
  'access.give': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent'],
  // Profiles of functions, and what should not be held together.
  'access.rules': [...security, ...direction],
  // The frozen lists name everybody: a head of service alone does not read them.
  'access.lists': [...readers, 'itHead', 'itSecurityOfficer'],
  'access.freeze': [...security, ...direction, 'localCorrespondent'],
  // The rights that one has oneself.
  'access.own': [...everybodyOfTheCentre],
  'plan.read': [...readers, 'councilMember', 'financeDirector', 'platformMember', 'itHead', 'itSecurityOfficer'],
  'plan.write': [...keepers],
  'plan.approve': [...security, ...direction, 'president'],
  // Of one's own actions: to see them, and to say how far they are.
  'action.own': [...everybodyOfTheCentre],
  'advice.read': [...readers],
  // Drafts, and what was asked for.
  'advice.prepare': [...keepers],
  'advice.write': [...security, ...privacy],
  'advice.ask': [...direction],
  'advice.decide': [...direction],
  'advice.tell': [...keepers],
  'inspection.read': [...readers, 'itSecurityOfficer'],
  'inspection.write': [...keepers],
  // What the authorities of the network write to the centre.
  'network.read': [...readers, 'itHead', 'itSecurityOfficer'],
  'network.write': [...security, ...direction],
  // Of the notices that are theirs: confidential records exist for these alone, and not by a role that was lent without them (decision 28).
  'infringement.read': ['adviser', ...direction, 'president'],
  'infringement.write': ['adviser'],
  'infringement.decide': [...direction, 'president'],
  // Where sealed ways in lie, and never what they hold.
  'emergency.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer'],
  'emergency.write': [...security, ...direction, 'itHead', 'itSecurityOfficer'],
  // What somebody absent keeps is theirs: few know of it, and the director-general decides.
  'absent.read': [...keepers, 'auditor'],
  'absent.write': [...security, ...direction],
  'absent.decide': [...direction],
  // The yearly review of access rights: a head of service sees how it stands, and answers for their own people.
  'review.read': [...readers, 'itHead', 'itSecurityOfficer', 'headOfService'],
  'review.follow': [...readers, 'itSecurityOfficer'],
  'review.write': [...security, ...direction, 'localCorrespondent'],
  'review.sign': [...security],
  'review.own': [...everybodyOfTheCentre],
  'review.pool': 'signedIn',
  'telework.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer'],
  'telework.write': [...security, ...direction, 'localCorrespondent'],
  // Whoever looks at the computer; where an outside firm does, the adviser notes what it found.
  'telework.check': [...security, 'itHead', 'itAgent', 'itSecurityOfficer'],
  'telework.authorise': [...security],
  'telework.agree': [...direction],
  'telework.refuse': [...security, ...direction],
  'telework.equip': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent'],
  'telework.rule': [...security, ...direction],
  // A head of service: of the people of their own services alone. Whoever gives that role may all that it may.
  'telework.led': [...security, ...direction, 'headOfService'],
  // Of one's own telework: to ask, to answer the questions, to tell of a loss.
  'telework.own': [...everybodyOfTheCentre],
  'legal.read': 'signedIn',
  // Frameworks of norms are of the installation, the same for every centre.
  'framework.read': 'signedIn',
  'framework.manage': ['administrator', 'federalSupervisor', 'adviser'],
  'norm.read': [...readers, 'itHead', 'itSecurityOfficer'],
  'norm.write': [...security, ...privacy],
  // The daily manager answers for the answers (MUT A); adviser or direction send them.
  'norm.validate': [...direction],
  'norm.submit': [...security, ...direction],
  // Over several centres: in each of them one's roles there decide.
  'norm.pool': 'signedIn',
  // The norms that somebody was asked to answer, and no other.
  'norm.own': [...everybodyOfTheCentre],
  'document.read': [...readers, 'councilMember', 'financeDirector', 'platformMember', 'itHead', 'itSecurityOfficer'],
  // Of them, those who write the documents and those who are asked for a review; an auditor reads.
  'document.comment': [...keepers, 'localCorrespondent', 'president', 'councilMember', 'financeDirector', 'platformMember', 'itHead', 'itSecurityOfficer'],
  'document.draft': [...security, ...privacy, ...direction],
  'document.approve': [...security, ...direction, 'president'],
  'document.verify': [...security, ...direction],
  'document.dossier': [...readers],
  // What is put before the council is read by its members; the director-general presents it.
  'council.read': [...readers, 'councilMember'],
  'council.write': [...security, ...direction],
  'council.present': [...direction],
  'council.record': [...security, ...direction, 'president'],
  // The yearly report: the council reads it once it lies before it.
  'report.read': [...readers, 'councilMember', 'financeDirector'],
  'report.write': [...security, ...privacy, ...direction],
  'report.approve': [...security, ...direction, 'president'],
  'obligation.list': 'signedIn',
  'obligation.read': [...everybodyOfTheCentre, 'administrator'],
  'deadline.follow': [...keepers, 'auditor', 'localCorrespondent', 'president'],
  'rule.read': [...everybodyOfTheCentre],
  'rule.set': [...security, ...direction],
  // Arrivals, changes of function, suspensions and departures; a head of service reads those of the people whom they lead.
  'movement.read': [...readers, 'headOfService', 'itHead', 'itAgent', 'itSecurityOfficer'],
  // All cases at once, found by a name or taken out as a file: nobody who knows of some of them only.
  'movement.all': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer'],
  'movement.write': [...security, ...direction, 'localCorrespondent'],
  'movement.adapt': [...security, ...direction],
  // What one has to do about rights of access, whatever it was born from.
  'step.own': [...everybodyOfTheCentre],
  'publication.read': [...readers],
  'publication.write': [...security, ...direction, 'localCorrespondent'],
  'documentation.read': [...readers, 'platformMember', 'itHead', 'itSecurityOfficer'],
  'documentation.write': [...keepers, 'localCorrespondent'],
  'reading.own': [...everybodyOfTheCentre],
  // What lets the centre go on: plans and objectives; runs, tests and outages by whoever carries them out; what a program may report of a backup.
  'continuity.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer', 'archivist'],
  'continuity.write': [...security, ...direction, 'localCorrespondent', 'itHead'],
  'continuity.report': [...security, ...direction, 'itHead', 'itAgent'],
  'continuity.record': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent', 'archivist'],
  // Whom to call when everything else is gone: those numbers that the centre shows to all of its own.
  'continuity.call': [...everybodyOfTheCentre],
  'supplier.read': [...readers, 'headOfService', 'itHead', 'itAgent', 'itSecurityOfficer'],
  // The contracts with processors are the privacy officer's matter too.
  'supplier.write': [...security, ...privacy, ...direction, 'localCorrespondent'],
  'resource.read': [...readers, 'headOfService', 'itHead', 'itAgent', 'itSecurityOfficer', 'platformMember'],
  'resource.write': [...security, ...direction, 'localCorrespondent', 'itHead'],
  // Devices, software, media: who keeps the register, who counts, who signs the review, and who decides of exceptions and erasures.
  'inventory.read': [...readers, 'headOfService', 'itHead', 'itAgent', 'itSecurityOfficer', 'archivist'],
  'inventory.write': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent'],
  'inventory.count': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent', 'headOfService'],
  'inventory.sign': [...security],
  'inventory.order': [...security, ...direction],
  // Derogations: the register, what is asked for others and closed; the adviser's advice; the decision, of who directs the centre, which the adviser may enter; one's own.
  'derogation.read': [...readers, 'headOfService', 'itHead', 'itAgent', 'itSecurityOfficer'],
  'derogation.write': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent'],
  'derogation.advise': [...security],
  'derogation.decide': [...security, ...direction],
  'derogation.own': [...everybodyOfTheCentre],
  // Undertakings of confidentiality: the register; to hand somebody the page on which they sign; to enter, print and file; the texts; one's own.
  'declaration.read': [...readers, 'reception'],
  'declaration.collect': [...security, ...direction, 'localCorrespondent', 'reception'],
  'declaration.write': [...security, ...direction, 'localCorrespondent'],
  'declaration.text': [...security, ...direction],
  'declaration.countersign': [...direction],
  'declaration.own': [...everybodyOfTheCentre],
  // Interventions: whoever may work on something announces it; the adviser agrees; those who carry it out tell how it went.
  'intervention.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer', 'headOfService', 'archivist'],
  'intervention.announce': [...keepers, 'localCorrespondent', 'itHead', 'itAgent', 'itSecurityOfficer', 'headOfService', 'archivist'],
  'intervention.decide': [...security],
  'intervention.carry': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent', 'itSecurityOfficer'],
  // To enter what was done before, to put right what was agreed, to freeze a year; mailbox, links of firms and the rule for urgent ones.
  'intervention.write': [...security, ...direction, 'localCorrespondent'],
  'intervention.configure': [...security, ...direction],
  // Whose server Beffroi signs in to, with what password: as for directories, the advisers alone. Mails hold whatever somebody wrote.
  'mailbox.configure': [...security],
  'incomingMail.sort': [...security, 'localCorrespondent'],
  'check.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer', 'headOfService', 'archivist'],
  'check.do': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent', 'itSecurityOfficer', 'archivist'],
  'check.write': [...security, ...direction, 'localCorrespondent', 'itHead'],
  // Maintenance from afar: adviser, head of IT and controller agree, each for what is theirs.
  'maintenance.write': [...security, ...direction, 'localCorrespondent', 'itHead'],
  'maintenance.agree': [...security, ...direction, 'itHead'],
  // Zones, keys, protections and rounds; what holds for all the buildings.
  'premises.read': [...readers, 'headOfService', 'itHead', 'itAgent', 'itSecurityOfficer', 'archivist', 'platformMember'],
  'premises.write': [...security, ...direction, 'localCorrespondent', 'itHead'],
  'premises.rule': [...security, ...direction],
  // Passages into the server room and the archives: the register, and one's own in a few taps.
  'passage.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer', 'archivist'],
  'passage.write': [...security, ...direction, 'localCorrespondent', 'itHead'],
  'passage.own': [...everybodyOfTheCentre],
  // The desk of the reception, which sees nothing else of this room; who carries the register away answers for it.
  'visitor.keep': [...security, ...direction, 'localCorrespondent', 'reception'],
  'visitor.export': [...security, ...direction],
  // Who waits for somebody says so beforehand, and finds colleagues by name for it; auditors and firms are visitors themselves.
  'visitor.announce': everybodyOfTheCentre.filter((role) => role !== 'auditor' && role !== 'outsideFirm'),
  'audit.read': [...keepers, 'auditor'],
  'intake.run': [...security, ...direction],
  // Account lists against the rights: given by those who can draw them, judged by those who answer for security, and directories set by the adviser.
  'reconciliation.read': [...readers, 'itHead', 'itAgent', 'itSecurityOfficer'],
  'reconciliation.give': [...security, ...direction, 'localCorrespondent', 'itHead', 'itAgent'],
  'reconciliation.decide': [...security, ...direction],
  'reconciliation.configure': [...security],
  'task.read': [...keepers, 'localCorrespondent', 'president', 'auditor', 'itHead', 'itAgent'],
} as const satisfies Record<string, readonly Role[] | 'signedIn'>;
export type Action = keyof typeof permissions;

/** True when the actor may do this; `signedIn` actions need an account and nothing more. */
export const can = (actor: Actor, action: Action): boolean => {
  const allowed: readonly Role[] | 'signedIn' = permissions[action];
  if (actor.only && !actor.only.includes(action)) return false;
  if (allowed === 'signedIn') return actor.accountId !== undefined;
  return actor.roles.some((role) => allowed.includes(role)) || actor.installation.some((role) => allowed.includes(role));
};

/** What the actor may do among these, as the responses carry it. */
export const abilities = <A extends Action>(actor: Actor, actions: Record<string, A>): Record<string, boolean> =>
  Object.fromEntries(Object.entries(actions).map(([name, action]) => [name, can(actor, action)]));

/** Whoever holds one of these anywhere has much in their hands: the sign-in asks them for a second factor (docs/sources.md, CyFun PR.AA-03.2). */
export const compellingRoles: readonly Role[] = [...keepers, 'itHead', 'itAgent', ...installationRoles];
