import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { PersonInput } from '../person.ts';
import { PersonField } from '../../../web/person-field.tsx';
import { type Person, personQuery, referencesQuery, useRefresh } from './queries.ts';
import './people.css';

type Field = keyof typeof PersonInput.shape;
const fields = Object.keys(PersonInput.shape) as Field[];
const labels = {
  lastName: 'lastName',
  firstName: 'firstName',
  kind: 'kind',
  reference: 'reference',
  title: 'personTitle',
  language: 'language',
  email: 'email',
  phone: 'phone',
  ssin: 'ssin',
  employer: 'employer',
  note: 'note',
} as const satisfies Record<Field, string>;

/** Which other record is of the same person: chosen by words. */
export const ChooseDuplicatePage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const { oneId = '' } = useParams({ strict: false }) as { oneId?: string };
  const one = useQuery(personQuery(centre.id, oneId)).data;
  const form = useForm({
    schema: z.object({ otherId: z.uuid('required').refine((id) => id !== oneId, 'samePerson') }),
    domain: 'people',
    initial: { otherId: '' },
    save: async ({ otherId }) => otherId,
    onSaved: (otherId: string) => void navigate({ to: `/c/${centre.slug}/people/duplicates/${oneId}/${otherId}` }),
  });
  return (
    <Page title={t('merge.with')} lead={one && t('merge.withLead', { name: `${one.firstName} ${one.lastName}` })} back={{ to: `/c/${centre.slug}/people/${oneId}`, label: t('merge.backToPerson') }}>
      <Form form={form} submit={t('merge.compare')}>
        <PersonField name="otherId" label={t('merge.other')} />
      </Form>
    </Page>
  );
};

const Comparison = ({ kept, gone }: { kept: Person; gone: Person }) => {
  const { t } = useTranslation(['people', 'shell']);
  const { number } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefresh(centre.id);
  const counts = useQuery(referencesQuery(centre.id, gone.id)).data;
  // What one of them alone knows is kept; where both know something, what the first says.
  const [chosen, setChosen] = useState(
    () => Object.fromEntries(fields.map((field) => [field, kept[field] === undefined && gone[field] !== undefined ? 'gone' : 'kept'])) as Record<Field, 'kept' | 'gone'>,
  );
  const said = (person: Person, field: Field): string => {
    const value = person[field];
    if (value === undefined) return '–';
    if (field === 'kind') return t(`kinds.${person.kind}`);
    if (field === 'title') return t(`titles.${value as 'madam'}`);
    if (field === 'language') return t(`shell:languages.${value as 'fr'}`);
    return String(value);
  };
  const merge = useMutation({
    mutationFn: () => {
      const values = Object.fromEntries(fields.flatMap((field) => [[field, (chosen[field] === 'kept' ? kept : gone)[field]]]).filter(([, value]) => value !== undefined)) as PersonInput;
      const body = { keptId: kept.id, keptVersion: kept.version, goneId: gone.id, goneVersion: gone.version, values };
      return unwrap(api.POST('/organizations/{organizationId}/peopleMerges', { params: { path: { organizationId: centre.id } }, body }));
    },
    onSuccess: () => {
      refresh();
      void navigate({ to: `/c/${centre.slug}/people/duplicates` });
    },
  });
  return (
    <>
      {merge.error && <ProblemNotice problem={problemOf(merge.error)} domain="people" known={[]} />}
      <div className="list-scroll">
        <table className="list">
          <caption className="hidden-text">{t('merge.choose')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('merge.field')}</th>
              <th scope="col">{t('merge.first')}</th>
              <th scope="col">{t('merge.second')}</th>
            </tr>
          </thead>
          <tbody>
            {fields
              .filter((field) => kept[field] !== undefined || gone[field] !== undefined)
              .map((field) => (
                <tr key={field}>
                  <th scope="row">{t(labels[field])}</th>
                  {(['kept', 'gone'] as const).map((side) => (
                    <td key={side}>
                      <label className="choice bare">
                        <input
                          type="radio"
                          name={field}
                          aria-label={`${t(labels[field])}, ${t(side === 'kept' ? 'merge.first' : 'merge.second')}: ${said(side === 'kept' ? kept : gone, field)}`}
                          checked={chosen[field] === side}
                          onChange={() => setChosen({ ...chosen, [field]: side })}
                        />
                        <span>{said(side === 'kept' ? kept : gone, field)}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <p className="follows">
        {counts && counts.items.length > 0
          ? t('merge.follows', { list: counts.items.map(({ table, count }) => `${t(`merge.tables.${table}`, { defaultValue: t('merge.tables.others') })} (${number(count)})`).join(', ') })
          : t('merge.nothingFollows')}
      </p>
      <p className="quiet">{t('merge.undoText')}</p>
      <div className="buttons">
        <button type="button" className="button primary" aria-disabled={merge.isPending} onClick={() => !merge.isPending && merge.mutate()}>
          {t('merge.go')}
        </button>
        <Link to={`/c/${centre.slug}/people/duplicates`} className="button">
          {t('shell:cancel')}
        </Link>
      </div>
    </>
  );
};

/** Two records side by side, to be made one: what each says, and which is kept, field by field. */
export const MergePage = () => {
  const { t } = useTranslation(['people', 'shell']);
  const centre = useCentre();
  const { oneId = '', otherId = '' } = useParams({ strict: false }) as { oneId?: string; otherId?: string };
  const one = useQuery(personQuery(centre.id, oneId));
  const other = useQuery(personQuery(centre.id, otherId));
  const error = one.error ?? other.error;
  return (
    <Page title={t('merge.pair')} lead={t('merge.pairLead')} back={{ to: `/c/${centre.slug}/people/duplicates`, label: t('merge.title') }}>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {one.data && other.data && <Comparison kept={one.data} gone={other.data} />}
    </Page>
  );
};
