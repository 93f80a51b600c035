import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { languages, type Language } from '../../src/kernel/language.ts';
import { intakeTemplate } from '../../src/modules/intake/template.ts';
import { smallCentre } from '../../src/modules/intake/fixture.ts';
import { writeWorkbook } from '../../src/server/spreadsheet/write.ts';
import { addAccount, approveOwn, chromiumPath, enterExample, open, openFirstAccount, openSite, sendWorkbook, settled, type Site, taskDone, type Visitor } from './browser.ts';
import { pdfFile } from '../document-files.ts';
import { type Issuer, startIssuer } from '../issuer.ts';
import { normLooks } from './norm-pages.ts';

const table = readFileSync(new URL('../../src/web/routes.tsx', import.meta.url), 'utf8');
/** Every address of the table of contents: those outside the shell, over all centres, and of a centre. */
const outside = [...table.matchAll(/getParentRoute: \(\) => root, path: '([^']+)'/g)].map((found) => found[1]!);
const routes = [...outside, ...[...table.matchAll(/\bpage\('([^']+)'/g)].map((found) => found[1]!), ...[...table.matchAll(/\binCentre\('([^']+)'/g)].map((found) => `/c/$centre/${found[1]!}`)];

type Made = {
  assessment: string;
  person: string;
  service: string;
  contract: string;
  mandate: string;
  candidacy: string;
  written: string;
  preview: string;
  faulty: string;
  dossier: string;
  ownDocument: string;
  publication: string;
  meeting: string;
  sitting: string;
  advice: string;
  adviceDraft: string;
  inspection: string;
  notice: string;
  action: string;
  planVersion: string;
  infringement: string;
  infringementDraft: string;
  documentation: string;
  invitation: string;
  reset: string;
  member: string;
  provider: string;
  pair: string;
};
const full = '/c/valombre';
const empty = '/c/neuville';

/** Where each address is looked at, in the states that differ. A page that is not here fails: add its addresses. */
const looks: Record<string, (made: Made) => string[]> = {
  '/sign-in': () => ['/sign-in'],
  '/setup': () => ['/setup#used-up'],
  '/accept': ({ invitation }) => [invitation, '/accept'],
  '/forgotten': () => ['/forgotten'],
  '/reset': ({ reset }) => [reset, '/reset'],
  '/address': () => ['/address#used-up'],
  '/address-undo': () => ['/address-undo#used-up'],
  '/': () => ['/'],
  '/centres': () => ['/centres'],
  '/centres/new': () => ['/centres/new'],
  '/pools': () => ['/pools'],
  '/pools/new': () => ['/pools/new'],
  '/account': () => ['/account'],
  '/account/reminders': () => ['/account/reminders'],
  '/account/away': () => ['/account/away'],
  '/help': () => ['/help'],
  '/help/$page': () => ['/help/mandates'],
  '/settings/providers': () => ['/settings/providers'],
  '/settings/providers/new': () => ['/settings/providers/new'],
  '/settings/providers/$providerId': ({ provider }) => [`/settings/providers/${provider}`],
  '/settings/tokens': () => ['/settings/tokens'],
  '/settings/mail': () => ['/settings/mail'],
  '/members': () => ['/members'],
  '/backups': () => ['/backups'],
  '/legal': () => ['/legal'],
  '/c/$centre/today': () => [`${full}/today`, `${empty}/today`],
  '/c/$centre/deadlines/rules': () => [`${full}/deadlines/rules`],
  '/c/$centre/advice': () => [`${full}/advice`, `${empty}/advice`],
  '/c/$centre/advice/new': () => [`${full}/advice/new`],
  '/c/$centre/advice/$adviceId': ({ advice, adviceDraft }) => [`${full}/advice/${advice}`, `${full}/advice/${adviceDraft}`],
  '/c/$centre/infringements': () => [`${full}/infringements`, `${empty}/infringements`],
  '/c/$centre/infringements/new': () => [`${full}/infringements/new`],
  '/c/$centre/infringements/$infringementId': ({ infringement, infringementDraft }) => [`${full}/infringements/${infringement}`, `${full}/infringements/${infringementDraft}`],
  '/c/$centre/documents': () => [`${full}/documents`, `${empty}/documents`],
  '/c/$centre/documents/dossiers/$taskId': ({ dossier }) => [`${full}/documents/dossiers/${dossier}`],
  '/c/$centre/documentation': () => [`${full}/documentation`, `${empty}/documentation`],
  '/c/$centre/documentation/new': () => [`${full}/documentation/new`],
  '/c/$centre/documentation/$entryId': ({ documentation }) => [`${full}/documentation/${documentation}`],
  '/read': () => ['/read#used-up'],
  '/c/$centre/documents/publications': () => [`${full}/documents/publications`, `${empty}/documents/publications`],
  '/c/$centre/documents/publications/new': () => [`${full}/documents/publications/new`],
  '/c/$centre/documents/publications/$publicationId': ({ publication }) => [`${full}/documents/publications/${publication}`],
  '/c/$centre/documents/to-read': () => [`${full}/documents/to-read`],
  '/c/$centre/documents/own/new': () => [`${full}/documents/own/new`],
  '/c/$centre/documents/own/$documentId': ({ ownDocument }) => [`${full}/documents/own/${ownDocument}`],
  '/c/$centre/documents/$kind': () => [`${full}/documents/securityPolicyFormal`, `${full}/documents/securityPolicyOperational`, `${empty}/documents/adviserAppointmentLetter`],
  '/c/$centre/documents/$kind/compare': () => [`${full}/documents/securityPolicyFormal/compare`],
  '/c/$centre/documents/$kind/review': () => [`${full}/documents/securityPolicyFormal/review`],
  '/c/$centre/documents/$kind/wording': () => [`${full}/documents/securityPolicyFormal/wording`],
  '/c/$centre/documents/$kind/wording/$section': () => [`${full}/documents/securityPolicyOperational/wording/serverRoom`, `${full}/documents/securityPolicyFormal/wording/new?after=scope`],
  '/plan': () => ['/plan'],
  '/c/$centre/plan': () => [`${full}/plan`, `${empty}/plan`],
  '/c/$centre/plan/own-actions': () => [`${full}/plan/own-actions`],
  '/c/$centre/plan/actions/new': () => [`${full}/plan/actions/new`],
  '/c/$centre/plan/actions/$actionId': ({ action }) => [`${full}/plan/actions/${action}`],
  '/c/$centre/plan/versions/$versionId': ({ planVersion }) => [`${full}/plan/versions/${planVersion}`],
  '/c/$centre/legal': () => [`${full}/legal`],
  '/c/$centre/first-steps': () => [`${empty}/first-steps`],
  '/c/$centre/centre': () => [`${full}/centre`, `${empty}/centre`],
  '/c/$centre/centre/pool': () => [`${full}/centre/pool`],
  ...normLooks(full, empty),
  '/c/$centre/norms/$assessmentId/$chapterId': ({ assessment }) => [`${full}/norms/${assessment}/9`],
  '/c/$centre/people': () => [`${full}/people`, `${empty}/people`],
  '/c/$centre/people/new': () => [`${full}/people/new`],
  '/c/$centre/people/services': () => [`${full}/people/services`, `${empty}/people/services`],
  '/c/$centre/people/services/new': () => [`${full}/people/services/new`],
  '/c/$centre/people/services/$serviceId': ({ service }) => [`${full}/people/services/${service}`],
  '/c/$centre/people/chart': () => [`${full}/people/chart`, `${empty}/people/chart`],
  '/c/$centre/people/mandates': () => [`${full}/people/mandates`, `${empty}/people/mandates`],
  '/c/$centre/people/mandates/new': () => [`${full}/people/mandates/new`],
  '/c/$centre/people/mandates/$mandateId': ({ mandate }) => [`${full}/people/mandates/${mandate}`],
  '/c/$centre/people/contracts/new': ({ person }) => [`${full}/people/contracts/new?person=${person}`],
  '/c/$centre/people/contracts/$contractId': ({ contract }) => [`${full}/people/contracts/${contract}`],
  '/c/$centre/people/candidacies/new': ({ person }) => [`${full}/people/candidacies/new?person=${person}`],
  '/c/$centre/people/candidacies/$candidacyId': ({ candidacy }) => [`${full}/people/candidacies/${candidacy}`],
  '/c/$centre/people/duplicates': () => [`${full}/people/duplicates`, `${empty}/people/duplicates`],
  '/c/$centre/people/duplicates/$oneId': ({ person }) => [`${full}/people/duplicates/${person}`],
  '/c/$centre/people/duplicates/$oneId/$otherId': ({ pair }) => [`${full}/people/duplicates/${pair}`],
  '/c/$centre/people/$personId': ({ person }) => [`${full}/people/${person}`],
  '/c/$centre/intake': () => [`${full}/intake`],
  '/c/$centre/intake/$taskId': ({ written, preview, faulty }) => [`${full}/intake/${written}`, `${full}/intake/${preview}`, `${full}/intake/${faulty}`],
  '/c/$centre/report': () => [`${full}/report`, `${empty}/report`],
  '/c/$centre/report/$year': () => [`${full}/report/2026`],
  '/c/$centre/platform': () => [`${full}/platform`, `${empty}/platform`],
  '/c/$centre/platform/decisions': () => [`${full}/platform/decisions`, `${empty}/platform/decisions`],
  '/c/$centre/council': () => [`${full}/council`, `${full}/council?year=2020`],
  '/c/$centre/council/sittings/new': () => [`${full}/council/sittings/new`],
  '/c/$centre/council/sittings/$sittingId': ({ sitting }) => [`${full}/council/sittings/${sitting}`],
  '/c/$centre/council/sittings/$sittingId/note': ({ sitting }) => [`${full}/council/sittings/${sitting}/note`],
  '/c/$centre/platform/meetings/new': () => [`${full}/platform/meetings/new`],
  '/c/$centre/platform/meetings/$meetingId': ({ meeting }) => [`${full}/platform/meetings/${meeting}`],
  '/norms': () => ['/norms'],
  '/norms/answer': () => ['/norms/answer?framework=bcss-minimum&year=2026&norm=5.1'],
  '/c/$centre/norms/$assessmentId/life': ({ assessment }) => [`${full}/norms/${assessment}/life`],
  '/c/$centre/inspections': () => [`${full}/inspections`, `${empty}/inspections`],
  '/c/$centre/inspections/new': () => [`${full}/inspections/new`],
  '/c/$centre/inspections/findings': () => [`${full}/inspections/findings`],
  '/c/$centre/inspections/$inspectionId': ({ inspection }) => [`${full}/inspections/${inspection}`],
  '/c/$centre/inspections/network/new': () => [`${full}/inspections/network/new`],
  '/c/$centre/inspections/network/$noticeId': ({ notice }) => [`${full}/inspections/network/${notice}`],
  '/c/$centre/own-data': () => [`${full}/own-data`],
  '/c/$centre/data-subjects': () => [`${full}/data-subjects`, `${empty}/data-subjects`],
  '/c/$centre/members': () => [`${full}/members`, `${empty}/members`],
  '/c/$centre/members/invite': ({ person }) => [`${full}/members/invite`, `${full}/members/invite?person=${person}`],
  '/c/$centre/members/$memberId': ({ member }) => [`${full}/members/${member}`],
  '/c/$centre/groups': () => [`${full}/groups`, `${empty}/groups`],
  '/c/$centre/audit': () => [`${full}/audit`, `${empty}/audit?table=mandate`],
};

type Violation = { rule: string; where: string; why: string };

/** Browsers that stand ready, each for one page at a time. */
const pool = (visitors: () => readonly Visitor[]) => {
  const free: Visitor[] = [];
  const waiting: ((visitor: Visitor) => void)[] = [];
  let begun = false;
  return {
    take: (): Promise<Visitor> => {
      if (!begun) free.push(...visitors());
      begun = true;
      const visitor = free.pop();
      return visitor ? Promise.resolve(visitor) : new Promise((resolve) => waiting.push(resolve));
    },
    give: (visitor: Visitor): void => {
      const next = waiting.shift();
      if (next) next(visitor);
      else free.push(visitor);
    },
  };
};

/** What axe finds on the page as it stands. */
const violations = async (page: Page): Promise<Violation[]> => {
  // The page's policy bars added scripts; evaluation by the debugger passes beside it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const runOnly = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, where: String(node.target), why: node.failureSummary ?? '' })));
  });
};

/** Words that are a key of the texts instead of a text, or that were not filled in. */
const missingTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name) ?? '');
    const isKey = (text: string) => (/^(?:[a-z]+:)?[a-z][A-Za-z]*(?:\.[a-z][A-Za-z0-9_]*)+$/.test(text) && !/\.(?:xlsx|pdf|docx|zip|be|example)$/.test(text)) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(text);
    return texts.map((text) => text.trim()).filter((text) => isKey(text) || text.includes('{{') || text.includes('returned an object'));
  });

const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`)
      .slice(0, 5);
  });

describe.skipIf(!chromiumPath)('every page is fit for everybody: axe in light and dark, wide and narrow, in four languages', () => {
  let site: Site;
  let adviser: Visitor;
  let stranger: Visitor;
  let second: Visitor;
  let made: Made;
  let issuer: Issuer;
  const advisers = pool(() => [adviser, second]);
  const strangers = pool(() => [stranger]);

  beforeAll(async () => {
    [site, issuer] = await Promise.all([openSite(), startIssuer()]);
    adviser = await site.visit();
    stranger = await site.visit();
    await openFirstAccount(site, adviser);
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
    const ownDocument = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/ownDocuments`, { title: 'Charte informatique', category: 'charter', language: 'fr', inPolicy: true }))
      .id;
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
    const inspection = (
      await add('inspections', { title: 'Audit des normes minimales', kind: 'complete', auditorKind: 'external', auditorFirm: 'Vérif', heldOn: '2026-01-15', reportOn: '2026-02-01' })
    ).id;
    await add('inspectionFindings', { inspectionId: inspection, severity: 'critical', norm: '9.1', text: 'Des comptes restent ouverts après un départ.', recommendation: 'Les fermer.' });
    await add(`inspections/${inspection}/accesses`, { email: 'audit@example.be', language: 'fr', accessFrom: '2026-01-10', accessUntil: '2026-12-31' });
    const notice = (await add('networkNotices', { authority: 'federalService', kind: 'warning', receivedOn: '2026-01-10', subject: 'Questionnaire non rentré', deadlineOn: '2026-02-10' })).id;
    await add('networkSteps', { noticeId: notice, kind: 'answer', happenedOn: '2026-02-01', reference: 'CPAS/12' });
    const action = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/planActions`, { title: 'Chiffrer les portables', dueOn: '2026-02-01' })).id;
    const planVersion = (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/planVersions`, { year: 2027 })).id;
    const assessment = (
      await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/assessments`, { frameworkId: 'bcss-minimum', frameworkVersion: '2026.1', year: new Date().getFullYear(), carry: false })
    ).id;
    const noticeOf = async (subject: string): Promise<string> =>
      (await site.call<{ id: string }>(adviser, 'POST', `/organizations/${id}/infringements`, { subject, facts: 'Trois consultations.', reasons: 'Aucun dossier.', recommendation: 'Contrôler.' })).id;
    const [infringement, infringementDraft] = [await noticeOf('Consultations'), await noticeOf('Badges')];
    await site.call(adviser, 'POST', `/organizations/${id}/infringements/${infringement}/send`, {}, { 'if-match': '"1"' });
    await site.call(adviser, 'POST', '/backups');
    await vi.waitFor(async () => expect((await site.call<{ items: unknown[] }>(adviser, 'GET', '/backups')).items).toHaveLength(1), { timeout: 30_000, interval: 200 });
    await addAccount(site, id, { name: 'Odile Lambin', email: 'odile@example.be', roles: ['headOfService'] });
    const member = await first('members');
    const { link: invitation } = await site.call<{ link: string }>(adviser, 'POST', `/organizations/${id}/invitations`, { email: 'paul@example.be', language: 'fr', roles: ['headOfService'] });
    await site.call(stranger, 'POST', '/passwordResets', { email: 'odile@example.be' });
    const asked = await vi.waitFor(async () => (await site.call<{ items: { id: string }[] }>(adviser, 'GET', '/linkRequests')).items[0]!.id, { timeout: 20_000, interval: 200 });
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
    second = await site.visit({ storageState: await adviser.context.storageState() });
    made = {
      pair: twins.map((twin) => twin.id).join('/'),
      invitation,
      reset,
      member,
      provider,
      person,
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
      notice,
      action,
      planVersion,
      assessment,
      infringement,
      infringementDraft,
    };
  });
  afterAll(() => Promise.all([site?.close(), issuer?.close()]));

  it('is in the list of this test, and the list names no other', () => {
    expect(Object.keys(looks).toSorted()).toEqual(routes.toSorted());
  });

  const wide = { width: 1440, height: 900 };
  const narrow = { width: 390, height: 844 };
  /** Chooses a language in the menu, as a person does: the page stays. */
  const choose = async (page: Page, language: Language): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(` (?:${languages.join('|')})$`, 'i') }).click();
    await page.locator(`[role=menuitemradio][lang=${language}]`).click();
    await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
    await settled(page);
  };
  const look = async (page: Page): Promise<Record<string, string[]>> => {
    await page.setViewportSize(wide);
    const atOnce = await sideways(page);
    await page.setViewportSize(narrow);
    return { texts: await missingTexts(page), 'sideways wide': atOnce, 'sideways narrow': await sideways(page) };
  };

  it.concurrent.each(routes)('%s', async (route) => {
    const visitor = await (outside.includes(route) ? strangers : advisers).take();
    try {
      await lookAtAll(route, visitor);
    } finally {
      (outside.includes(route) ? strangers : advisers).give(visitor);
    }
  });

  const lookAtAll = async (route: string, { page, faults }: Visitor): Promise<void> => {
    for (const [index, address] of (looks[route]?.(made) ?? []).entries()) {
      await page.setViewportSize(wide);
      await page.emulateMedia({ colorScheme: 'light' });
      await open(page, address);
      const found: Record<string, unknown> = { address };
      // Every colour of the page has one value in light and one in dark, whatever the width.
      found['wide and light'] = await violations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize(narrow);
      found['narrow and dark'] = await violations(page);
      // The other states of a page say it in the same words.
      for (const language of index === 0 ? languages : (['fr'] as const)) {
        await page.setViewportSize(wide);
        // The page stands in French already.
        if (language !== 'fr') await choose(page, language);
        for (const [what, where] of Object.entries(await look(page))) found[`${language} ${what}`] = where;
      }
      await page.setViewportSize(wide);
      if (index === 0) await choose(page, 'fr');
      found['faults'] = faults();
      const faulty = Object.entries(found).filter(([name, value]) => name === 'address' || (value as unknown[]).length > 0);
      expect(Object.fromEntries(faulty)).toEqual({ address });
    }
  };
});
