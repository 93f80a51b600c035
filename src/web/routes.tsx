/**
 * The table of contents: every page, in one file. Pages are fetched when first opened.
 *
 * A room's page is one line in `pages` below (its address under /c/<centre>/, its file, its exported name) and one in `rooms.ts`
 * if the navigation leads to it.
 */
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, notFound, Outlet, redirect } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { languageChosen, speak } from './i18n.ts';
import { parseSearch, stringifySearch } from './list-state.ts';
import { addressOf } from './room.ts';
import { actions, pagesBelow, rooms } from './rooms.ts';
import { BrokenPage, LostPage } from './pages/lost-page.tsx';
import { ProblemError } from './problem.ts';
import { mayIn, meQuery } from './session.ts';
import { SearchBox } from '../modules/search/web/search-box.tsx';
import { Shell } from './shell.tsx';

type Module = Record<string, unknown>;
const lazy = <M extends Module>(load: () => Promise<M>, name: keyof M & string) => lazyRouteComponent(load as () => Promise<Record<string, ComponentType>>, name);

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet, notFoundComponent: LostPage });

const outside = [
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazy(() => import('./pages/sign-in-page.tsx'), 'SignInPage') }),
  createRoute({ getParentRoute: () => root, path: '/read', component: lazy(() => import('../modules/publications/web/read-page.tsx'), 'ReadPage') }),
  createRoute({ getParentRoute: () => root, path: '/undertake', component: lazy(() => import('../modules/declarations/web/undertake-page.tsx'), 'UndertakePage') }),
  createRoute({ getParentRoute: () => root, path: '/firm', component: lazy(() => import('../modules/interventions/web/firm-page.tsx'), 'FirmPage') }),
  createRoute({ getParentRoute: () => root, path: '/intervention', component: lazy(() => import('../modules/interventions/web/answer-page.tsx'), 'AnswerPage') }),
  createRoute({ getParentRoute: () => root, path: '/setup', component: lazy(() => import('./pages/setup-page.tsx'), 'SetupPage') }),
  createRoute({ getParentRoute: () => root, path: '/accept', component: lazy(() => import('../modules/members/web/accept-page.tsx'), 'AcceptPage') }),
  createRoute({ getParentRoute: () => root, path: '/forgotten', component: lazy(() => import('../modules/members/web/forgotten-page.tsx'), 'ForgottenPage') }),
  createRoute({ getParentRoute: () => root, path: '/reset', component: lazy(() => import('../modules/members/web/reset-page.tsx'), 'ResetPage') }),
  createRoute({ getParentRoute: () => root, path: '/address', component: lazy(() => import('../modules/members/web/address-pages.tsx'), 'AddressPage') }),
  createRoute({ getParentRoute: () => root, path: '/address-undo', component: lazy(() => import('../modules/members/web/address-pages.tsx'), 'AddressUndoPage') }),
];

/** Everything for a signed-in person; a stranger is sent to the sign-in and comes back to where they wanted to go. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queries.ensureQueryData(meQuery).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.status === 401) throw redirect({ to: '/sign-in', search: (location.href === '/' ? {} : { from: location.href }) as never });
      throw error;
    });
    if (!languageChosen()) await speak(me.account.language);
    // Who works for one centre alone begins in it, with its rooms at the left.
    const [only] = me.organizations;
    if (location.pathname === '/' && only && me.organizations.length === 1 && me.installation.length === 0) throw redirect({ to: `/c/${only.slug}/today`, replace: true });
    return { me };
  },
  component: () => <Shell rooms={rooms} search={<SearchBox pages={[...rooms, ...pagesBelow]} actions={actions} />} />,
});

const page = <M extends Module>(path: string, load: () => Promise<M>, name: keyof M & string) => createRoute({ getParentRoute: () => inside, path, component: lazy(load, name) });

const centre = createRoute({
  getParentRoute: () => inside,
  path: '/c/$centre',
  beforeLoad: ({ context, params, location }) => {
    const here = context.me.organizations.find((organization) => organization.slug === params.centre);
    if (!here) throw notFound();
    // A centre's own address opens its first room.
    if (location.pathname.replace(/\/$/, '') === `/c/${here.slug}`) {
      const first = rooms.filter((room) => !room.gate && (!room.may || mayIn(context.me, here, room.may))).map((room) => addressOf(room, here));
      const address = first.find((candidate) => candidate !== undefined);
      if (address) throw redirect({ to: address, replace: true });
    }
  },
  notFoundComponent: LostPage,
});

const inCentre = <M extends Module>(path: string, load: () => Promise<M>, name: keyof M & string) => createRoute({ getParentRoute: () => centre, path, component: lazy(load, name) });

const overAll = [
  page('/', () => import('../modules/deadlines/web/today-page.tsx'), 'TodayPage'),
  page('/centres', () => import('../modules/organizations/web/centres-page.tsx'), 'CentresPage'),
  page('/centres/new', () => import('../modules/organizations/web/new-centre-page.tsx'), 'NewCentrePage'),
  page('/pools', () => import('../modules/organizations/web/pool-pages.tsx'), 'PoolsPage'),
  page('/pools/new', () => import('../modules/organizations/web/pool-pages.tsx'), 'NewPoolPage'),
  page('/account', () => import('./pages/account-page.tsx'), 'AccountPage'),
  page('/account/reminders', () => import('../modules/reminders/web/reminders-page.tsx'), 'RemindersPage'),
  page('/account/away', () => import('../modules/members/web/away-page.tsx'), 'AwayPage'),
  page('/help', () => import('./pages/help-page.tsx'), 'HelpPage'),
  page('/help/$page', () => import('./pages/help-page.tsx'), 'HelpTextPage'),
  page('/backups', () => import('../modules/backups/web/backups-page.tsx'), 'BackupsPage'),
  page('/settings/providers', () => import('../modules/providers/web/providers-page.tsx'), 'ProvidersPage'),
  page('/settings/providers/new', () => import('../modules/providers/web/provider-page.tsx'), 'NewProviderPage'),
  page('/settings/providers/$providerId', () => import('../modules/providers/web/provider-page.tsx'), 'ProviderPage'),
  page('/settings/frameworks', () => import('../modules/norms/web/import-page.tsx'), 'ImportFrameworksPage'),
  page('/settings/tokens', () => import('../modules/tokens/web/tokens-page.tsx'), 'TokensPage'),
  page('/members', () => import('../modules/members/web/accounts-page.tsx'), 'AccountsPage'),
  page('/settings/mail', () => import('../modules/mail/web/mail-page.tsx'), 'MailPage'),
  page('/plan', () => import('../modules/plan/web/plans-page.tsx'), 'PlansPage'),
  page('/norms', () => import('../modules/norms/web/heat-page.tsx'), 'HeatPage'),
  page('/norms/answer', () => import('../modules/norms/web/shared-page.tsx'), 'SharedPage'),
  page('/reviews', () => import('../modules/reviews/web/pool-page.tsx'), 'ReviewPoolPage'),
  page('/legal', () => import('../modules/legal/web/legal-page.tsx'), 'LegalPage'),
  // Any other address: told so inside the shell.
  createRoute({ getParentRoute: () => inside, path: '$', component: LostPage }),
];

const ofCentre = [
  inCentre('today', () => import('../modules/deadlines/web/today-page.tsx'), 'TodayPage'),
  inCentre('deadlines/rules', () => import('../modules/deadlines/web/rules-page.tsx'), 'RulesPage'),
  inCentre('infringements', () => import('../modules/infringements/web/infringements-page.tsx'), 'InfringementsPage'),
  inCentre('infringements/new', () => import('../modules/infringements/web/notice-form.tsx'), 'NewInfringementPage'),
  inCentre('infringements/$infringementId', () => import('../modules/infringements/web/infringement-page.tsx'), 'InfringementPage'),
  inCentre('advice', () => import('../modules/advice/web/advices-page.tsx'), 'AdvicesPage'),
  inCentre('advice/new', () => import('../modules/advice/web/new-page.tsx'), 'NewAdvicePage'),
  inCentre('advice/$adviceId', () => import('../modules/advice/web/advice-page.tsx'), 'AdvicePage'),
  inCentre('report', () => import('../modules/report/web/reports-page.tsx'), 'ReportsPage'),
  inCentre('report/$year', () => import('../modules/report/web/report-page.tsx'), 'ReportPage'),
  inCentre('documents', () => import('../modules/documents/web/documents-page.tsx'), 'DocumentsPage'),
  inCentre('documents/dossiers/$taskId', () => import('../modules/dossiers/web/dossier-page.tsx'), 'DossierPage'),
  inCentre('documentation', () => import('../modules/documentation/web/documentation-page.tsx'), 'DocumentationPage'),
  inCentre('documentation/new', () => import('../modules/documentation/web/entry-page.tsx'), 'NewEntryPage'),
  inCentre('documentation/$entryId', () => import('../modules/documentation/web/entry-page.tsx'), 'EntryPage'),
  inCentre('documents/publications', () => import('../modules/publications/web/publications-page.tsx'), 'PublicationsPage'),
  inCentre('documents/publications/new', () => import('../modules/publications/web/publish-page.tsx'), 'PublishPage'),
  inCentre('documents/publications/$publicationId', () => import('../modules/publications/web/publication-page.tsx'), 'PublicationPage'),
  inCentre('documents/to-read', () => import('../modules/publications/web/to-read-page.tsx'), 'ToReadPage'),
  inCentre('documents/own/new', () => import('../modules/documents/web/own-form.tsx'), 'NewOwnPage'),
  inCentre('documents/own/$documentId', () => import('../modules/documents/web/own-page.tsx'), 'OwnPage'),
  inCentre('documents/$kind/compare', () => import('../modules/documents/web/comparison-page.tsx'), 'ComparisonPage'),
  inCentre('documents/$kind/review', () => import('../modules/documents/web/review-page.tsx'), 'ReviewPage'),
  inCentre('documents/$kind/wording', () => import('../modules/documents/web/wording-page.tsx'), 'WordingPage'),
  inCentre('documents/$kind/wording/$section', () => import('../modules/documents/web/section-page.tsx'), 'SectionPage'),
  inCentre('documents/$kind', () => import('../modules/documents/web/document-page.tsx'), 'DocumentPage'),
  inCentre('continuity', () => import('../modules/continuity/web/backups-page.tsx'), 'BackupPlansPage'),
  inCentre('continuity/backups/new', () => import('../modules/continuity/web/backup-form.tsx'), 'NewBackupPlanPage'),
  inCentre('continuity/backups/$planId', () => import('../modules/continuity/web/backup-page.tsx'), 'BackupPlanPage'),
  inCentre('continuity/restores', () => import('../modules/continuity/web/restores-page.tsx'), 'RestoresPage'),
  inCentre('continuity/restores/new', () => import('../modules/continuity/web/restore-form.tsx'), 'NewRestorePage'),
  inCentre('continuity/restores/$testId', () => import('../modules/continuity/web/restore-page.tsx'), 'RestorePage'),
  inCentre('continuity/exercises', () => import('../modules/continuity/web/exercises-page.tsx'), 'ExercisesPage'),
  inCentre('continuity/exercises/new', () => import('../modules/continuity/web/exercise-page.tsx'), 'NewExercisePage'),
  inCentre('continuity/exercises/$exerciseId', () => import('../modules/continuity/web/exercise-page.tsx'), 'ExercisePage'),
  inCentre('continuity/reports', () => import('../modules/continuity/web/reports-page.tsx'), 'ReportsToSortPage'),
  inCentre('continuity/runs', () => import('../modules/continuity/web/runs-page.tsx'), 'BackupRunsPage'),
  inCentre('inventories', () => import('../modules/inventories/web/devices-page.tsx'), 'DevicesPage'),
  inCentre('inventories/reviews', () => import('../modules/inventories/web/reviews-page.tsx'), 'InventoryReviewsPage'),
  inCentre('inventories/reviews/$reviewId', () => import('../modules/inventories/web/review-page.tsx'), 'InventoryReviewPage'),
  inCentre('inventories/count', () => import('../modules/inventories/web/count-page.tsx'), 'CountPage'),
  inCentre('inventories/import', () => import('../modules/inventories/web/import-page.tsx'), 'ImportDevicesPage'),
  inCentre('inventories/devices/new', () => import('../modules/inventories/web/device-page.tsx'), 'NewDevicePage'),
  inCentre('inventories/devices/$deviceId', () => import('../modules/inventories/web/device-page.tsx'), 'DevicePage'),
  inCentre('telework', () => import('../modules/telework/web/teleworks-page.tsx'), 'TeleworksPage'),
  inCentre('telework/new', () => import('../modules/telework/web/telework-form.tsx'), 'NewTeleworkPage'),
  inCentre('telework/own', () => import('../modules/telework/web/own-page.tsx'), 'OwnTeleworkPage'),
  inCentre('telework/led', () => import('../modules/telework/web/led-page.tsx'), 'LedTeleworkPage'),
  inCentre('telework/rule', () => import('../modules/telework/web/rule-page.tsx'), 'TeleworkRulePage'),
  inCentre('telework/devices', () => import('../modules/telework/web/devices-page.tsx'), 'TeleworkDevicesPage'),
  inCentre('telework/losses', () => import('../modules/telework/web/losses-page.tsx'), 'TeleworkLossesPage'),
  inCentre('telework/losses/new', () => import('../modules/telework/web/loss-page.tsx'), 'NewTeleworkLossPage'),
  inCentre('telework/losses/$lossId', () => import('../modules/telework/web/loss-page.tsx'), 'TeleworkLossPage'),
  inCentre('telework/$teleworkId', () => import('../modules/telework/web/telework-page.tsx'), 'TeleworkPage'),
  inCentre('plan', () => import('../modules/plan/web/plan-page.tsx'), 'PlanPage'),
  inCentre('plan/own-actions', () => import('../modules/plan/web/own-actions-page.tsx'), 'OwnActionsPage'),
  inCentre('plan/actions/new', () => import('../modules/plan/web/action-page.tsx'), 'NewActionPage'),
  inCentre('plan/actions/$actionId', () => import('../modules/plan/web/action-page.tsx'), 'ActionPage'),
  inCentre('plan/versions/$versionId', () => import('../modules/plan/web/version-page.tsx'), 'VersionPage'),
  inCentre('council', () => import('../modules/council/web/council-page.tsx'), 'CouncilPage'),
  inCentre('council/sittings/new', () => import('../modules/council/web/new-sitting-page.tsx'), 'NewSittingPage'),
  inCentre('council/sittings/$sittingId', () => import('../modules/council/web/sitting-page.tsx'), 'SittingPage'),
  inCentre('council/sittings/$sittingId/note', () => import('../modules/council/web/note-page.tsx'), 'NotePage'),
  inCentre('norms/frameworks', () => import('../modules/norms/web/frameworks-page.tsx'), 'FrameworksPage'),
  inCentre('norms/frameworks/$frameworkId/changes', () => import('../modules/norms/web/framework-changes-page.tsx'), 'FrameworkChangesPage'),
  inCentre('norms/frameworks/$frameworkId/mappings/$targetId', () => import('../modules/norms/web/framework-mapping-page.tsx'), 'FrameworkMappingPage'),
  inCentre('norms/frameworks/$frameworkId', () => import('../modules/norms/web/framework-page.tsx'), 'FrameworkPage'),
  inCentre('legal', () => import('../modules/legal/web/legal-page.tsx'), 'LegalPage'),
  inCentre('first-steps', () => import('../modules/organizations/web/first-steps-page.tsx'), 'FirstStepsPage'),
  inCentre('centre', () => import('../modules/organizations/web/centre-page.tsx'), 'CentrePage'),
  inCentre('centre/pool', () => import('../modules/organizations/web/pool-pages.tsx'), 'JoinPoolPage'),
  inCentre('norms', () => import('../modules/norms/web/norms-page.tsx'), 'NormsPage'),
  inCentre('norms/new', () => import('../modules/norms/web/open-page.tsx'), 'OpenAssessmentPage'),
  inCentre('norms/own', () => import('../modules/norms/web/own-page.tsx'), 'OwnNormsPage'),
  inCentre('norms/$assessmentId/$chapterId', () => import('../modules/norms/web/chapter-page.tsx'), 'ChapterPage'),
  inCentre('emergency', () => import('../modules/emergency/web/emergency-page.tsx'), 'EmergencyPage'),
  inCentre('emergency/new', () => import('../modules/emergency/web/envelope-form.tsx'), 'NewEnvelopePage'),
  inCentre('emergency/absent/new', () => import('../modules/emergency/web/absent-page.tsx'), 'NewAbsentPage'),
  inCentre('emergency/absent/$absentId', () => import('../modules/emergency/web/absent-page.tsx'), 'AbsentPage'),
  inCentre('emergency/$envelopeId', () => import('../modules/emergency/web/envelope-page.tsx'), 'EnvelopePage'),
  inCentre('reviews', () => import('../modules/reviews/web/reviews-page.tsx'), 'ReviewsPage'),
  inCentre('reviews/$reviewId', () => import('../modules/reviews/web/review-page.tsx'), 'ReviewPage'),
  inCentre('reviews/$reviewId/part', () => import('../modules/reviews/web/part-page.tsx'), 'PartPage'),
  inCentre('declarations', () => import('../modules/declarations/web/declarations-page.tsx'), 'DeclarationsPage'),
  inCentre('declarations/register', () => import('../modules/declarations/web/register-page.tsx'), 'RegisterPage'),
  inCentre('declarations/paper', () => import('../modules/declarations/web/paper-page.tsx'), 'PaperPage'),
  inCentre('declarations/texts', () => import('../modules/declarations/web/texts-page.tsx'), 'DeclarationTextsPage'),
  inCentre('declarations/own', () => import('../modules/declarations/web/own-page.tsx'), 'OwnDeclarationsPage'),
  inCentre('declarations/new', () => import('../modules/declarations/web/entry-page.tsx'), 'NewDeclarationPage'),
  inCentre('declarations/partners', () => import('../modules/declarations/web/partners-page.tsx'), 'PartnersPage'),
  inCentre('declarations/partners/$supplierId', () => import('../modules/declarations/web/partner-page.tsx'), 'PartnerPage'),
  inCentre('declarations/sign/$personId', () => import('../modules/declarations/web/collect-page.tsx'), 'CollectPage'),
  inCentre('declarations/$declarationId', () => import('../modules/declarations/web/declaration-page.tsx'), 'DeclarationPage'),
  inCentre('people', () => import('../modules/people/web/people-page.tsx'), 'PeoplePage'),
  inCentre('people/new', () => import('../modules/people/web/person-page.tsx'), 'NewPersonPage'),
  inCentre('people/services', () => import('../modules/people/web/services-page.tsx'), 'ServicesPage'),
  inCentre('people/services/new', () => import('../modules/people/web/service-page.tsx'), 'NewServicePage'),
  inCentre('people/services/$serviceId', () => import('../modules/people/web/service-page.tsx'), 'ServicePage'),
  inCentre('people/chart', () => import('../modules/people/web/chart-page.tsx'), 'ChartPage'),
  inCentre('people/mandates', () => import('../modules/people/web/mandates-page.tsx'), 'MandatesPage'),
  inCentre('people/mandates/new', () => import('../modules/people/web/mandate-page.tsx'), 'NewMandatePage'),
  inCentre('people/mandates/$mandateId', () => import('../modules/people/web/mandate-page.tsx'), 'MandatePage'),
  inCentre('people/contracts/new', () => import('../modules/people/web/contract-page.tsx'), 'NewContractPage'),
  inCentre('people/contracts/$contractId', () => import('../modules/people/web/contract-page.tsx'), 'ContractPage'),
  inCentre('people/candidacies/new', () => import('../modules/people/web/candidacy-page.tsx'), 'NewCandidacyPage'),
  inCentre('people/candidacies/$candidacyId', () => import('../modules/people/web/candidacy-page.tsx'), 'CandidacyPage'),
  inCentre('people/duplicates', () => import('../modules/people/web/duplicates-page.tsx'), 'DuplicatesPage'),
  inCentre('people/duplicates/$oneId', () => import('../modules/people/web/merge-page.tsx'), 'ChooseDuplicatePage'),
  inCentre('people/duplicates/$oneId/$otherId', () => import('../modules/people/web/merge-page.tsx'), 'MergePage'),
  inCentre('people/$personId', () => import('../modules/people/web/person-page.tsx'), 'PersonPage'),
  inCentre('reconciliation', () => import('../modules/reconciliation/web/lists-page.tsx'), 'AccountListsPage'),
  inCentre('reconciliation/account-findings', () => import('../modules/reconciliation/web/findings-page.tsx'), 'FindingsPage'),
  inCentre('reconciliation/account-findings/$findingId', () => import('../modules/reconciliation/web/finding-page.tsx'), 'FindingPage'),
  inCentre('reconciliation/runs/$runId', () => import('../modules/reconciliation/web/run-page.tsx'), 'RunPage'),
  inCentre('reconciliation/$resourceId/account-source', () => import('../modules/reconciliation/web/source-page.tsx'), 'AccountSourcePage'),
  inCentre('reconciliation/$resourceId', () => import('../modules/reconciliation/web/list-page.tsx'), 'AccountListPage'),
  inCentre('movements', () => import('../modules/movements/web/movements-page.tsx'), 'MovementsPage'),
  inCentre('movements/new', () => import('../modules/movements/web/new-page.tsx'), 'NewMovementPage'),
  inCentre('movements/templates', () => import('../modules/movements/web/templates-page.tsx'), 'TemplatesPage'),
  inCentre('movements/steps', () => import('../modules/movements/web/steps-page.tsx'), 'StepsPage'),
  inCentre('movements/$movementId', () => import('../modules/movements/web/movement-page.tsx'), 'MovementPage'),
  inCentre('access', () => import('../modules/access/web/access-page.tsx'), 'AccessPage'),
  inCentre('access/own', () => import('../modules/access/web/own-page.tsx'), 'OwnRightsPage'),
  inCentre('access/lists', () => import('../modules/access/web/lists-page.tsx'), 'ListsPage'),
  inCentre('access/lists/$listId', () => import('../modules/access/web/lists-page.tsx'), 'ListPage'),
  inCentre('access/profiles', () => import('../modules/access/web/profiles-page.tsx'), 'ProfilesPage'),
  inCentre('access/profiles/new', () => import('../modules/access/web/profile-page.tsx'), 'NewProfilePage'),
  inCentre('access/profiles/people/$personId', () => import('../modules/access/web/profile-page.tsx'), 'PersonProfilePage'),
  inCentre('access/profiles/$profileId', () => import('../modules/access/web/profile-page.tsx'), 'ProfilePage'),
  inCentre('access/segregation', () => import('../modules/access/web/segregation-page.tsx'), 'SegregationPage'),
  inCentre('access/rights', () => import('../modules/access/web/rights-page.tsx'), 'RightsPage'),
  inCentre('access/rights/new', () => import('../modules/access/web/grant-page.tsx'), 'NewGrantPage'),
  inCentre('access/rights/$grantId', () => import('../modules/access/web/grant-page.tsx'), 'GrantPage'),
  inCentre('platform', () => import('../modules/platform/web/platform-page.tsx'), 'PlatformPage'),
  inCentre('platform/decisions', () => import('../modules/platform/web/decisions-page.tsx'), 'DecisionsPage'),
  inCentre('platform/meetings/new', () => import('../modules/platform/web/meeting-page.tsx'), 'NewMeetingPage'),
  inCentre('platform/meetings/$meetingId', () => import('../modules/platform/web/meeting-page.tsx'), 'MeetingPage'),
  inCentre('norms/$assessmentId/life', () => import('../modules/norms/web/life-page.tsx'), 'LifePage'),
  inCentre('inspections', () => import('../modules/inspections/web/inspections-page.tsx'), 'InspectionsPage'),
  inCentre('inspections/new', () => import('../modules/inspections/web/inspection-page.tsx'), 'NewInspectionPage'),
  inCentre('inspections/findings', () => import('../modules/inspections/web/findings-page.tsx'), 'FindingsPage'),
  inCentre('inspections/network/new', () => import('../modules/inspections/web/notice-page.tsx'), 'NewNoticePage'),
  inCentre('inspections/network/$noticeId', () => import('../modules/inspections/web/notice-page.tsx'), 'NoticePage'),
  inCentre('inspections/$inspectionId', () => import('../modules/inspections/web/inspection-page.tsx'), 'InspectionPage'),
  inCentre('suppliers', () => import('../modules/suppliers/web/suppliers-page.tsx'), 'SuppliersPage'),
  inCentre('suppliers/new', () => import('../modules/suppliers/web/supplier-page.tsx'), 'NewSupplierPage'),
  inCentre('suppliers/contracts/new', () => import('../modules/suppliers/web/contract-page.tsx'), 'NewSupplierContractPage'),
  inCentre('suppliers/contracts/$contractId', () => import('../modules/suppliers/web/contract-page.tsx'), 'SupplierContractPage'),
  inCentre('suppliers/people/new', () => import('../modules/suppliers/web/firm-person-page.tsx'), 'NewFirmPersonPage'),
  inCentre('suppliers/people/$linkId', () => import('../modules/suppliers/web/firm-person-page.tsx'), 'FirmPersonPage'),
  inCentre('suppliers/$supplierId', () => import('../modules/suppliers/web/supplier-page.tsx'), 'SupplierPage'),
  inCentre('resources', () => import('../modules/resources/web/resources-page.tsx'), 'ResourcesPage'),
  inCentre('resources/new', () => import('../modules/resources/web/resource-page.tsx'), 'NewResourcePage'),
  inCentre('resources/catalogue', () => import('../modules/resources/web/catalogue-page.tsx'), 'CataloguePage'),
  inCentre('resources/$resourceId', () => import('../modules/resources/web/resource-page.tsx'), 'ResourcePage'),
  inCentre('premises', () => import('../modules/premises/web/zones-page.tsx'), 'PremisesPage'),
  inCentre('premises/keys', () => import('../modules/premises/web/keys-page.tsx'), 'KeysPage'),
  inCentre('premises/keys/new', () => import('../modules/premises/web/key-page.tsx'), 'NewKeyPage'),
  inCentre('premises/keys/$keyId', () => import('../modules/premises/web/key-page.tsx'), 'KeyPage'),
  inCentre('premises/passages', () => import('../modules/premises/web/passages-page.tsx'), 'PassagesPage'),
  inCentre('premises/passages/new', () => import('../modules/premises/web/passages-page.tsx'), 'OwnPassagePage'),
  inCentre('premises/visitors', () => import('../modules/premises/web/visitors-page.tsx'), 'VisitorsPage'),
  inCentre('premises/visitors/register', () => import('../modules/premises/web/visitors-page.tsx'), 'VisitorRegisterPage'),
  inCentre('premises/protections', () => import('../modules/premises/web/protections-page.tsx'), 'ProtectionsPage'),
  inCentre('premises/protections/new', () => import('../modules/premises/web/protections-page.tsx'), 'NewProtectionPage'),
  inCentre('premises/protections/$protectionId', () => import('../modules/premises/web/protections-page.tsx'), 'ProtectionPage'),
  inCentre('premises/floor-plans', () => import('../modules/premises/web/plans-page.tsx'), 'PlansPage'),
  inCentre('premises/floor-plans/new', () => import('../modules/premises/web/plans-page.tsx'), 'NewPlanPage'),
  inCentre('premises/floor-plans/$planId', () => import('../modules/premises/web/plans-page.tsx'), 'PlanPage'),
  inCentre('premises/rounds', () => import('../modules/premises/web/rounds-page.tsx'), 'RoundsPage'),
  inCentre('premises/rounds/new', () => import('../modules/premises/web/rounds-page.tsx'), 'NewRoundPage'),
  inCentre('premises/rounds/$roundId', () => import('../modules/premises/web/rounds-page.tsx'), 'RoundPage'),
  inCentre('premises/settings', () => import('../modules/premises/web/settings-page.tsx'), 'PremisesSettingsPage'),
  inCentre('premises/zones/new', () => import('../modules/premises/web/zone-page.tsx'), 'NewZonePage'),
  inCentre('premises/zones/$zoneId', () => import('../modules/premises/web/zone-page.tsx'), 'ZonePage'),
  inCentre('interventions', () => import('../modules/interventions/web/interventions-page.tsx'), 'InterventionsPage'),
  inCentre('interventions/new', () => import('../modules/interventions/web/new-page.tsx'), 'NewInterventionPage'),
  inCentre('interventions/carried-out', () => import('../modules/interventions/web/new-page.tsx'), 'CarriedOutPage'),
  inCentre('interventions/intervention-settings', () => import('../modules/interventions/web/settings-page.tsx'), 'InterventionSettingsPage'),
  inCentre('interventions/checks', () => import('../modules/interventions/web/checks-page.tsx'), 'ChecksPage'),
  inCentre('interventions/checks/new', () => import('../modules/interventions/web/check-form.tsx'), 'NewCheckPage'),
  inCentre('interventions/tables', () => import('../modules/interventions/web/tables-page.tsx'), 'TablesPage'),
  inCentre('interventions/$interventionId', () => import('../modules/interventions/web/intervention-page.tsx'), 'InterventionPage'),
  inCentre('own-data', () => import('../modules/subjects/web/own-data-page.tsx'), 'OwnDataPage'),
  inCentre('data-subjects', () => import('../modules/subjects/web/data-subjects-page.tsx'), 'DataSubjectsPage'),
  inCentre('intake', () => import('../modules/intake/web/intake-page.tsx'), 'IntakePage'),
  inCentre('intake/$taskId', () => import('../modules/intake/web/intake-task-page.tsx'), 'IntakeTaskPage'),
  inCentre('members', () => import('../modules/members/web/members-page.tsx'), 'MembersPage'),
  inCentre('members/invite', () => import('../modules/members/web/invite-page.tsx'), 'InvitePage'),
  inCentre('members/$memberId', () => import('../modules/members/web/member-page.tsx'), 'MemberPage'),
  inCentre('groups', () => import('../modules/providers/web/groups-page.tsx'), 'GroupsPage'),
  inCentre('audit', () => import('../modules/audit/web/audit-page.tsx'), 'AuditPage'),
];

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([...outside, inside.addChildren([...overAll, centre.addChildren(ofCentre)])]),
    context: { queries },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: LostPage,
  });
