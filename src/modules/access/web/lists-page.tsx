import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Hash } from '../../../web/hash.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { documentLanguages } from '../../../kernel/language.ts';
import { ListInput } from '../list.ts';
import { AccessTabs } from './access-tabs.tsx';
import { differencesQuery, listQuery, listsQuery, useRefreshAccess } from './queries.ts';
import { todayHere } from './today.ts';
import './access.css';

const formats = ['pdf', 'docx', 'xlsx'] as const;

const Files = ({ id }: { id: string }) => {
  const { t } = useTranslation('access');
  const centre = useCentre();
  return (
    <span className="buttons no-print">
      {formats.map((format) => (
        <a key={format} className="button" download href={`${base}/organizations/${centre.id}/accessLists/${id}/file?format=${format}`}>
          {t(`fields.${format}FileId`)}
        </a>
      ))}
    </span>
  );
};

const Freeze = ({ onDone }: { onDone: () => void }) => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshAccess();
  const form = useForm({
    schema: ListInput,
    domain: 'access',
    initial: { on: todayHere(), language: '', note: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/accessLists', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('lists.freeze')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <DateField name="on" label={t('lists.day')} help={t('lists.dayHelp')} max={todayHere()} />
      <SelectField name="language" label={t('fields.language')} optional options={documentLanguages.map((value) => ({ value, label: t(`shell:languages.${value}` as never) as string }))} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

/** The frozen versions of the list: what the centre can show of any past day, as it was. */
export const ListsPage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const { date, shortDate, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const [freezing, setFreezing] = useState(false);
  const query = useQuery(listsQuery(centre.id));
  const lists = query.data?.items;
  const button = may('access.freeze') && (
    <button type="button" className="button primary" onClick={() => setFreezing(true)}>
      {t('lists.freeze')}
    </button>
  );
  return (
    <Page
      title={t('lists.title')}
      lead={lists && (lists[0] ? t('lists.lead', { count: lists.length, date: date(lists[0].on) }) : t('lead.list.none'))}
      actions={!freezing && lists && lists.length > 0 && button}
    >
      <AccessTabs />
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {freezing && <Freeze onDone={() => setFreezing(false)} />}
      {lists?.length === 0 && !freezing && (
        <div className="empty">
          <h2>{t('lists.empty')}</h2>
          <p>{t('lists.emptyText')}</p>
          {button && <div className="buttons">{button}</div>}
        </div>
      )}
      {lists && lists.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('lists.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('lists.day')}</th>
              <th scope="col">{t('lists.why')}</th>
              <th scope="col">{t('lists.holds')}</th>
              <th scope="col">{t('lists.files')}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map((list) => (
              <tr key={list.id}>
                <th scope="row">
                  <Link to={`/c/${centre.slug}/access/lists/${list.id}`}>{shortDate(list.on)}</Link> <small className="quiet">{t('lists.number', { number: list.number })}</small>
                </th>
                <td data-label={t('lists.why')}>
                  <span>
                    {t(`lists.reasons.${list.reason}`)}
                    {list.note && <small className="quiet"> {list.note}</small>}
                  </span>
                </td>
                <td data-label={t('lists.holds')}>
                  <span>
                    {[
                      t('lead.people', { count: list.people, shown: number(list.people) }),
                      t('lead.resources', { count: list.resources, shown: number(list.resources) }),
                      t('lead.rights', { count: list.rights, shown: number(list.rights) }),
                    ].join(', ')}
                  </span>
                </td>
                <td data-label={t('lists.files')}>
                  <Files id={list.id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};

const Differences = ({ id, other }: { id: string; other: string }) => {
  const { t } = useTranslation(['access', 'shell']);
  const { date, shortDate } = useFormat();
  const centre = useCentre();
  const query = useQuery(differencesQuery(centre.id, id, other || undefined));
  const found = query.data;
  return (
    <>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {found && (
        <p>
          {found.items.length === 0 ? t('lists.same', { from: date(found.from), to: date(found.to) }) : t('lists.changed', { count: found.items.length, from: date(found.from), to: date(found.to) })}
        </p>
      )}
      {found && found.items.length > 0 && (
        <table className="list">
          <caption className="hidden-text">{t('lists.differences')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fields.personId')}</th>
              <th scope="col">{t('fields.resourceId')}</th>
              <th scope="col">{t('fields.level')}</th>
              <th scope="col">{t('lists.change')}</th>
            </tr>
          </thead>
          <tbody>
            {found.items.map((item) => (
              <tr key={`${item.change}/${item.personId}/${item.resourceId}/${item.level}`}>
                <th scope="row">{item.person}</th>
                <td data-label={t('fields.resourceId')}>
                  <span>{item.resource}</span>
                </td>
                <td data-label={t('fields.level')}>
                  <span>{[t(`levels.${item.level}`), item.until && t('cell.until', { date: shortDate(item.until) })].filter(Boolean).join(', ')}</span>
                </td>
                <td data-label={t('lists.change')}>
                  <span>{t(`lists.changes.${item.change}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};

/** One frozen version: its files, its proof, and what changed since, until today or until another version. */
export const ListPage = () => {
  const { t } = useTranslation(['access', 'shell']);
  const { date, moment, shortDate } = useFormat();
  const centre = useCentre();
  const { listId: id = '' } = useParams({ strict: false }) as { listId?: string };
  const [other, setOther] = useState('');
  const query = useQuery(listQuery(centre.id, id));
  const lists = useQuery(listsQuery(centre.id)).data?.items ?? [];
  const list = query.data;
  return (
    <Page
      title={list ? t('lists.one', { date: date(list.on) }) : t('lists.title')}
      lead={list && t('lists.made', { when: moment(list.frozenAt), who: list.frozenByName ?? t('lists.system'), reason: t(`lists.reasons.${list.reason}`) })}
      back={{ to: `/c/${centre.slug}/access/lists`, label: t('lists.title') }}
      actions={list && <Files id={list.id} />}
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {list && (
        <>
          {list.note && <p>{list.note}</p>}
          <dl className="access-facts">
            <dt>{t('fields.contentHash')}</dt>
            <dd>
              <Hash value={list.contentHash} />
            </dd>
          </dl>
          <h2>{t('lists.differences')}</h2>
          <label className="access-with no-print">
            {t('lists.with')}
            <select className="control" value={other} onChange={(event) => setOther(event.target.value)}>
              <option value="">{t('lists.today')}</option>
              {lists
                .filter((one) => one.id !== id)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {`${shortDate(one.on)} (${t('lists.number', { number: one.number })})`}
                  </option>
                ))}
            </select>
          </label>
          <Differences id={id} other={other} />
        </>
      )}
    </Page>
  );
};
