import { compose, type DocumentValues, gap } from '../../../documents/compose.ts';
import { blockTexts } from '../../../documents/content.ts';
import type { LibraryText } from '../../../documents/library.ts';
import { type LibraryNode, printNodes } from '../../../documents/nodes.ts';
import { headings } from '../../../documents/text.ts';
import { withWording } from '../../../documents/wording.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { DocumentKind } from '../document.ts';
import { documentValues } from '../facts.ts';
import { longDate } from '../format.ts';
import { canLeaveOut, questionOf, readBody, readWording, sourceOf } from '../wording.ts';
import { type CentreDocuments, composeDraft, wordingOf } from './compose.ts';
import { libraryText } from './library.ts';
import { shownTo } from './shown.ts';
import type { WordingRow } from './wording-store.ts';

/** A wording as the API shows it. */
export const presentWording = (url: string, organizationId: string, row: WordingRow) => {
  const { libraryTitle, libraryBody, afterKey, writtenAt, ...shown } = row;
  return {
    ...shown,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/documentWordings/${row.id}`,
    after: afterKey,
    ...(libraryTitle === null || libraryBody === null ? {} : { library: { title: libraryTitle, body: libraryBody } }),
    writtenAt: writtenAt.toISOString(),
  };
};

const isFixed = ({ type }: LibraryNode): boolean => type === 'if' || type === 'slot' || type === 'signatures';

/** What a fixed part of a section reads like today, line by line. */
const linesOf = (text: LibraryText, node: LibraryNode, values: DocumentValues, shown: <T>(part: T) => T): string[] =>
  compose({ ...text, sections: [{ key: 'fixed', level: 1, title: [], nodes: [node] }] }, values).sections.flatMap(({ blocks }) => shown(blocks).flatMap(blockTexts));

/** The sections of a document as a centre words them: in the order of the text, those that are left out or that the library no longer has among them. */
export const presentSections = (url: string, actor: Actor, centre: CentreDocuments, kind: DocumentKind) => {
  const { organizationId, language, day } = centre;
  const text = libraryText(kind, language);
  const rows = wordingOf(centre, kind);
  const of = new Map(rows.map((row) => [row.sectionKey, row]));
  const kept = withWording(text, rows.filter(({ how }) => how !== 'leftOut').map(readWording));
  const { model } = composeDraft(centre, kind);
  const printed = headings(model);
  const numbers = new Map(model.sections.map(({ key }, index) => [key, printed[index]!]));
  const values = documentValues(centre.facts, kind, language, day, []);
  const variables: DocumentValues['variables'] = { ...values.variables, 'document.date': longDate(day, language) };
  const line = (title: LibraryText['title']): string => title.map((part) => ('text' in part ? part.text : (variables[part.variable] ?? gap))).join('');
  const asPart = (key: string): boolean => {
    const at = kept.sections.findIndex((section) => section.key === key);
    const chapter = kept.sections.findLast(({ level }, index) => index < at && level === 1);
    return kept.sections[at]?.level === 2 && chapter !== undefined && of.get(chapter.key)?.how === 'leftOut';
  };
  const sections = kept.sections.map((section) => {
    const row = of.get(section.key);
    const own = text.sections.find(({ key }) => key === section.key);
    const bodies = [...section.nodes, ...(own?.nodes ?? []), ...(row?.libraryBody ? readBody(row.libraryBody) : [])];
    const fixed = new Map(bodies.filter(isFixed).map((node) => [printNodes([node]), node]));
    return {
      key: section.key,
      level: section.level,
      number: numbers.get(section.key)?.number,
      title: line(section.title),
      state: asPart(section.key) ? 'leftOutWithChapter' : (row?.how ?? 'library'),
      canLeaveOut: own !== undefined && canLeaveOut(text, section.key),
      library: own && sourceOf(own),
      wording: row && presentWording(url, organizationId, row),
      question: row && questionOf(text, row),
      fixed: [...fixed].map(([source, node]) => ({ source, lines: linesOf(text, node, { ...values, variables }, (part) => shownTo(actor, kind, part)) })),
    };
  });
  const gone = rows
    .filter((row) => questionOf(text, row) === 'gone')
    .map((row) => ({
      key: row.sectionKey,
      level: 1,
      title: line(readWording(row).how === 'leftOut' ? [{ text: row.libraryTitle ?? '' }] : [{ text: row.title ?? '' }]),
      state: 'gone',
      canLeaveOut: false,
      wording: presentWording(url, organizationId, row),
      question: 'gone',
      fixed: [],
    }));
  const all = [...sections, ...gone];
  return {
    kind,
    language,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/documents/${kind}/sections?language=${language}`,
    revision: text.revision,
    questions: all.filter(({ question }) => question !== undefined).length,
    can: { write: can(actor, 'document.draft') },
    variables: Object.entries(variables).map(([name, value]) => ({ name, value })),
    sections: all,
  };
};
