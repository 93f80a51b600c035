import { renderPdf } from '../../../documents/pdf.ts';
import type { DocumentModel, Inline } from '../../../documents/section.ts';
import { inLanguage } from '../../../kernel/language.ts';
import type { Scope } from '../../../server/db/database.ts';
import { type Services, today } from '../../../server/services.ts';
import { roomText } from '../../../server/texts.ts';
import { findOrganization } from '../../organizations/server/service.ts';
import { waitingPeople } from './recipient-store.ts';
import { foundPublication } from './routes.ts';
import { titleOf } from './title.ts';

const cell = (text: string): Inline[] => [{ text }];
/** Room to sign by hand: lines that hold nothing. */
const roomToSign: Inline[] = [{ text: '\u00a0\n\u00a0' }];

/** The list that goes round to be signed: in the document's language, those who have not confirmed on that day, by service. Throws resourceNotFound. */
export const signatureList = async (services: Services, scope: Scope, organizationId: string, publicationId: string): Promise<{ name: string; bytes: Uint8Array }> => {
  const day = today(services);
  const { publication, centre, people } = await services.db.tx(scope, async (tx) => ({
    publication: await foundPublication(tx, organizationId, publicationId, day),
    centre: await findOrganization(tx, organizationId),
    people: await waitingPeople(tx, organizationId, publicationId, day),
  }));
  const { language } = publication;
  const say = (key: string, values: Record<string, string> = {}): string => roomText('publications', `sheet.${key}`, language, values);
  const date = (of: string): string => new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${of}T00:00:00Z`));
  const title = titleOf(publication, language);
  const groups = [...new Set(people.map(({ serviceName }) => serviceName ?? ''))];
  const model: DocumentModel = {
    language,
    layout: 'report',
    title: say('title'),
    subtitle: title,
    sender: { name: centre ? inLanguage(centre.name, language) : '', lines: [] },
    front: [
      { term: say('version'), value: cell(String(publication.number)) },
      { term: say('since'), value: cell(date(publication.startsOn)) },
      ...(publication.dueOn ? [{ term: say('before'), value: cell(date(publication.dueOn)) }] : []),
      { term: say('people'), value: cell(String(people.length)) },
    ],
    sections: [
      { key: 'declaration', level: 1, title: say('declarationTitle'), blocks: [{ type: 'paragraph', content: cell(say('declaration', { title, number: String(publication.number) })) }] },
      ...groups.map((service, index) => ({
        key: `service${index}`,
        level: 1 as const,
        title: service || say('noService'),
        blocks: [
          {
            type: 'table' as const,
            columns: [
              { title: say('name'), width: 3 },
              { title: say('date'), width: 2 },
              { title: say('signature'), width: 4 },
            ],
            rows: people.filter(({ serviceName }) => (serviceName ?? '') === service).map(({ personName }) => [cell(personName), cell(''), roomToSign]),
            empty: '',
          },
        ],
      })),
    ],
    runningTitle: `${say('title')} · ${title}`,
    footer: say('footer', { date: date(day) }),
    date: day,
  };
  return { name: `${centre?.slug ?? 'beffroi'}-${say('file')}-v${publication.number}.pdf`, bytes: await renderPdf(model) };
};
