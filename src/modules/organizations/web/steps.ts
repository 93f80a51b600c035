import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../web/api.ts';
import { useMay } from '../../../web/session.ts';
import { missing } from './completeness.ts';
import type { Organization } from './queries.ts';

const documentsOf = (organizationId: string) =>
  queryOptions({
    queryKey: ['documents', organizationId, 'list', undefined],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/documents', { params: { path: { organizationId } }, signal })),
  });

const peopleOf = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId, 'any'],
    queryFn: ({ signal }) => unwrap(api.GET('/organizations/{organizationId}/people', { params: { path: { organizationId }, query: { pageSize: 1 } }, signal })),
  });

export type StepsDone = { record: boolean; people: boolean; documents: boolean };

/** Which of the first steps of a centre are done: its record is complete, somebody is entered, a document is in force. Nothing until that is known. */
export const useStepsDone = (centre: Organization | undefined): StepsDone | undefined => {
  const may = useMay();
  const id = centre?.id ?? '';
  const people = useQuery({ ...peopleOf(id), enabled: centre !== undefined && may('person.read') }).data;
  const documents = useQuery({ ...documentsOf(id), enabled: centre !== undefined && may('document.read') }).data;
  if (!centre || !people || !documents) return undefined;
  const open = missing(centre.profile, centre.facts);
  return { record: open.questions.length + open.facts.length === 0, people: (people.total ?? people.items.length) > 0, documents: documents.items.some((document) => document.inForce) };
};
