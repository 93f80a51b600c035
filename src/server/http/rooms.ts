import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sql } from 'kysely';
import { registerAccessMatrix } from '../../modules/access/server/matrix-routes.ts';
import { registerAccess } from '../../modules/access/server/routes.ts';
import { registerLinks } from '../../modules/accounts/server/link-routes.ts';
import { registerAccounts } from '../../modules/accounts/server/routes.ts';
import { registerAudit } from '../../modules/audit/server/routes.ts';
import { workBackups } from '../../modules/backups/server/make.ts';
import { registerBackups } from '../../modules/backups/server/routes.ts';
import { registerBundles, workBundles } from '../../modules/council/server/bundle-routes.ts';
import { registerNotes } from '../../modules/council/server/note-routes.ts';
import { registerCouncil } from '../../modules/council/server/routes.ts';
import { registerSittings } from '../../modules/council/server/sitting-routes.ts';
import { registerDeadlines } from '../../modules/deadlines/server/routes.ts';
import { registerDataSubjects } from '../../modules/subjects/server/routes.ts';
import { registerDocuments } from '../../modules/documents/server/routes.ts';
import { registerComparison } from '../../modules/documents/server/comparison-routes.ts';
import { registerReviews } from '../../modules/documents/server/review-routes.ts';
import { registerWording } from '../../modules/documents/server/wording-routes.ts';
import { registerDocumentation } from '../../modules/documentation/server/routes.ts';
import { registerOwnDocuments } from '../../modules/documents/server/own-routes.ts';
import { registerDocumentRegister } from '../../modules/documents/server/register-routes.ts';
import { readHappenings } from '../../modules/council/server/sources.ts';
import { registerReportDocuments } from '../../modules/report/server/document-routes.ts';
import { registerReports } from '../../modules/report/server/routes.ts';
import { registerDossiers, workDossiers } from '../../modules/dossiers/server/routes.ts';
import { registerAdviceActs } from '../../modules/advice/server/act-routes.ts';
import { registerAdvice } from '../../modules/advice/server/routes.ts';
import { registerFrameworkImports } from '../../modules/norms/server/import-routes.ts';
import { registerMappings } from '../../modules/norms/server/mapping-routes.ts';
import { registerFrameworks } from '../../modules/norms/server/framework-routes.ts';
import { registerInfringementActs } from '../../modules/infringements/server/act-routes.ts';
import { registerInfringements } from '../../modules/infringements/server/routes.ts';
import { registerLegal } from '../../modules/legal/server/routes.ts';
import { registerFirstSteps } from '../../modules/organizations/server/first-steps.ts';
import { registerOrganizations } from '../../modules/organizations/server/routes.ts';
import { registerAccountManagement } from '../../modules/members/server/account-routes.ts';
import { registerDelegations } from '../../modules/members/server/delegation-routes.ts';
import { registerInvitations } from '../../modules/members/server/invitation-routes.ts';
import { registerMembers } from '../../modules/members/server/routes.ts';
import { registerMail } from '../../modules/mail/server/routes.ts';
import { registerChart } from '../../modules/people/server/chart-routes.ts';
import { registerMerges, workMerges } from '../../modules/people/server/merge-routes.ts';
import { registerPeople } from '../../modules/people/server/routes.ts';
import { registerReminders } from '../../modules/reminders/server/routes.ts';
import { workReminders } from '../../modules/reminders/server/send.ts';
import { registerGroupMappings } from '../../modules/providers/server/mapping-routes.ts';
import { registerProviders } from '../../modules/providers/server/routes.ts';
import { endProviderSessions } from '../../modules/providers/server/service.ts';
import { registerProviderSignIn } from '../../modules/providers/server/sign-in-routes.ts';
import { registerTokens } from '../../modules/tokens/server/routes.ts';
import { registerPresence, workPresence } from '../../modules/presence/server/routes.ts';
import { registerSearch } from '../../modules/search/server/routes.ts';
import { workPublications } from '../../modules/publications/server/letters.ts';
import { registerReadings } from '../../modules/publications/server/reading-routes.ts';
import { registerRecipients } from '../../modules/publications/server/recipient-routes.ts';
import { registerPublications } from '../../modules/publications/server/routes.ts';
import { registerMinutes } from '../../modules/platform/server/minutes-routes.ts';
import { registerPlatform } from '../../modules/platform/server/routes.ts';
import { registerSteps } from '../../modules/movements/server/step-routes.ts';
import { registerPlan } from '../../modules/plan/server/routes.ts';
import { registerAnswers } from '../../modules/norms/server/answer-routes.ts';
import { registerAssessments } from '../../modules/norms/server/assessment-routes.ts';
import { registerAssessmentLife } from '../../modules/norms/server/life-routes.ts';
import { registerNormPool } from '../../modules/norms/server/pool-routes.ts';
import { registerEvidence } from '../../modules/norms/server/evidence-routes.ts';
import { registerAuditorAccess } from '../../modules/inspections/server/access-routes.ts';
import { registerNetwork } from '../../modules/inspections/server/network-routes.ts';
import { registerAuditSummary } from '../../modules/inspections/server/report-routes.ts';
import { registerInspections } from '../../modules/inspections/server/routes.ts';
import { registerProofs } from '../../modules/plan/server/proof-routes.ts';
import { registerPlanOverview } from '../../modules/plan/server/overview-routes.ts';
import { registerResources } from '../../modules/resources/server/routes.ts';
import { registerSuppliers } from '../../modules/suppliers/server/routes.ts';
import { registerPlanVersions } from '../../modules/plan/server/version-routes.ts';
import { registerIntake, workIntakes } from '../../modules/intake/server/routes.ts';
import { rewindQueue } from '../db/tasks.ts';
import type { Services } from '../services.ts';
import { registerTasks } from '../tasks.ts';
import { responses } from './reply.ts';

const Health = z.object({ status: z.enum(['UP', 'DEGRADED', 'DOWN']) }).meta({ id: 'Health', example: { status: 'UP' } });

/** The table of contents of the API. */
export const registerRooms = async (api: FastifyInstance, services: Services): Promise<void> => {
  api.get(
    '/health',
    {
      config: { action: 'public' },
      schema: { operationId: 'getHealth', tags: ['monitoring'], summary: 'Does the server answer, and its database?', response: responses({ 200: Health, 503: Health }) },
    },
    async (_request, reply) => {
      const answered = sql`SELECT 1`.execute(services.db.kysely).then(
        () => true,
        () => false,
      );
      const up = await Promise.race([answered, setTimeout(3000, false, { ref: false })]);
      return reply.status(up ? 200 : 503).send({ status: up ? 'UP' : 'DOWN' });
    },
  );
  registerAccounts(api, services);
  registerLinks(api, services);
  registerOrganizations(api, services);
  registerFirstSteps(api, services);
  registerDeadlines(api, services);
  registerPeople(api, services);
  registerMerges(api, services);
  registerDataSubjects(api, services);
  registerChart(api, services);
  registerPlatform(api, services);
  registerMinutes(api, services);
  registerSteps(api, services);
  registerPlan(api, services);
  registerAdvice(api, services);
  registerAdviceActs(api, services);
  registerInspections(api, services);
  registerAuditorAccess(api, services);
  registerAuditSummary(api, services);
  registerNetwork(api, services);
  registerPlanOverview(api, services);
  registerProofs(api, services);
  registerPlanVersions(api, services);
  registerAccess(api, services);
  registerAccessMatrix(api, services);
  registerSuppliers(api, services);
  registerResources(api, services);
  registerCouncil(api, services);
  registerSittings(api, services);
  registerNotes(api, services);
  registerBundles(api, services);
  registerInfringements(api, services);
  registerInfringementActs(api, services);
  registerLegal(api, services);
  registerAssessments(api, services);
  registerAnswers(api, services);
  registerAssessmentLife(api, services);
  registerNormPool(api, services);
  registerEvidence(api, services);
  registerFrameworks(api, services);
  registerFrameworkImports(api, services);
  registerMappings(api, services);
  registerAudit(api, services);
  registerDocuments(api, services);
  registerWording(api, services);
  registerReviews(api, services);
  registerComparison(api, services);
  registerOwnDocuments(api, services);
  registerDocumentRegister(api, services);
  registerReports(api, services, readHappenings);
  registerReportDocuments(api, services, readHappenings);
  registerDossiers(api, services);
  registerDocumentation(api, services);
  registerPublications(api, services);
  registerRecipients(api, services);
  registerReadings(api, services);
  registerIntake(api, services);
  registerBackups(api, services);
  registerTokens(api, services);
  registerProviderSignIn(api, services);
  registerProviders(api, services);
  registerGroupMappings(api, services);
  registerMail(api, services);
  registerSearch(api, services);
  registerReminders(api, services);
  registerMembers(api, services);
  registerInvitations(api, services);
  registerDelegations(api, services);
  registerAccountManagement(api, services);
  registerPresence(api, services);
  registerTasks(api, services);
};

/** Who does the long work on this node. */
export const startWorkers = async (services: Services): Promise<void> => {
  services.jobs.every(15, () => rewindQueue(services.db.kysely));
  services.jobs.every(30, () => endProviderSessions(services.db.kysely, services.now()));
  await workDossiers(services);
  await workBundles(services);
  await workIntakes(services);
  workBackups(services);
  await workMerges(services);
  await workReminders(services);
  workPresence(services);
  workPublications(services);
};
