/** Which help belongs to which page: pure. The texts are `src/modules/<room>/help/<page>.{fr,nl}.md`, one per page, its title first and then three headings. */

/** The languages that the help is written in. */
export const helpLanguages = ['fr', 'nl'] as const;
export type HelpLanguage = (typeof helpLanguages)[number];

export const helpHeadings: Record<HelpLanguage, readonly string[]> = { fr: ['Pourquoi', 'Le devoir', 'Comment faire'], nl: ['Waarom', 'De plicht', 'Hoe'] };

/** Pages whose help does not bear the last word of their address. */
const named: Record<string, string> = {
  '/': 'today',
  '/c/$centre/people/new': 'person',
  '/c/$centre/people/$personId': 'person',
  '/c/$centre/access/profiles/people/$personId': 'profiles',
  '/c/$centre/documents/$kind': 'document',
  '/c/$centre/centre/pool': 'pools',
  '/c/$centre/norms/own': 'own-norms',
  '/c/$centre/telework/own': 'own-telework',
  '/c/$centre/access/own': 'own-rights',
  '/c/$centre/norms/$assessmentId/$chapterId': 'assessment',
  '/c/$centre/members/invite': 'members',
  '/c/$centre/declarations/own': 'own-undertakings',
  '/c/$centre/suppliers/contracts/new': 'supplier-contracts',
  '/c/$centre/suppliers/contracts/$contractId': 'supplier-contracts',
  '/c/$centre/premises/visitors/register': 'visitors',
  '/c/$centre/premises/visitors/announce': 'visitors',
  '/c/$centre/interventions/checks/$checkId': 'checks',
  '/c/$centre/interventions/maintenance/$maintenanceId/edit': 'maintenance',
  '/c/$centre/premises/zones/new': 'premises',
  '/c/$centre/premises/zones/$zoneId': 'premises',
  '/c/$centre/continuity/backups/new': 'continuity',
  '/c/$centre/continuity/backups/$planId': 'continuity',
  '/c/$centre/continuity/plan': 'disaster-plan',
  '/c/$centre/continuity/plan/calls': 'disaster-plan',
  '/c/$centre/continuity/plan/steps': 'disaster-plan',
  '/c/$centre/continuity/plan/services': 'disaster-plan',
  '/c/$centre/continuity/plan/places': 'disaster-plan',
  '/c/$centre/continuity/plan/restart': 'disaster-plan',
  '/c/$centre/continuity/plan/copies': 'disaster-plan',
  '/c/$centre/call': 'whom-to-call',
  '/c/$centre/continuity/runs': 'continuity',
  '/c/$centre/continuity/reports': 'continuity',
  '/c/$centre/suppliers/people/new': 'suppliers',
  '/c/$centre/suppliers/people/$linkId': 'suppliers',
  '/c/$centre/inventories/derogations/own': 'own-derogations',
  '/c/$centre/inventories/devices/new': 'device',
  '/c/$centre/inventories/import': 'device-import',
  '/c/$centre/inventories/import/$taskId': 'device-import',
  '/c/$centre/inventories/reviews': 'inventory-reviews',
  '/c/$centre/inventories/reviews/$reviewId': 'inventory-reviews',
  '/c/$centre/inventories/disposals': 'inventory-disposals',
  '/c/$centre/inventories/disposals/new': 'inventory-disposals',
  '/c/$centre/inventories/disposals/$disposalId': 'inventory-disposals',
  '/c/$centre/inventories/count': 'inventory-reviews',
  '/c/$centre/inventories/devices/$deviceId': 'device',
};

/** The page of the help for a route (`/c/$centre/people/mandates/$mandateId` → `mandates`): the last word of its address that is no gap and not `new`. */
export const helpPageOf = (route: string): string | undefined => named[route] ?? route.split('/').findLast((part) => part !== '' && part !== 'c' && part !== 'new' && !part.startsWith('$'));

/** One text of the help: its page, the room that wrote it, its title and the rest in Markdown. */
export type HelpText = { page: string; room: string; title: string; body: string };

/** Reads the files (`…/modules/<room>/help/<page>.<language>.md` → text) in the order of their titles. */
export const readHelp = (files: Record<string, string>): HelpText[] =>
  Object.entries(files)
    .map(([path, text]) => {
      const [, room = '', page = ''] = /modules\/([\w-]+)\/help\/([\w-]+)\.\w+\.md$/.exec(path) ?? [];
      const [, title = page, body = text] = /^#\s+(.+)\n([\s\S]*)$/.exec(text.trim()) ?? [];
      return { page, room, title, body };
    })
    .toSorted((a, b) => a.title.localeCompare(b.title));

/** The language of the help for a reader: their own where it is written in it, else the first of theirs that it is, else French. */
export const helpLanguageOf = (preferred: readonly string[]): HelpLanguage =>
  preferred.map((tag) => tag.slice(0, 2)).find((tag): tag is HelpLanguage => helpLanguages.includes(tag as HelpLanguage)) ?? 'fr';
