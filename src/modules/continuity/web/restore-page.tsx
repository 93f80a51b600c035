import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { isMiss } from '../restore.ts';
import { Facts, useDuration } from './parts.tsx';
import { type RestoreTest, testQuery, useRefreshContinuity } from './queries.ts';
import { RestoreForm } from './restore-form.tsx';
import { verdictOfTest } from './restores-page.tsx';

/** A miss becomes an action of the plan in one click; once there is one, the button goes. */
const ActButton = ({ test, title }: { test: RestoreTest; title: string }) => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  const queries = useQueryClient();
  const linked = useQuery({
    queryKey: ['plan', centre.id, 'linked', 'continuity', test.id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/organizations/{organizationId}/planActions', { params: { path: { organizationId: centre.id }, query: { originKind: 'continuity', originId: test.id, pageSize: 200 } }, signal }),
      ),
  });
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/organizations/{organizationId}/planActions', {
          params: { path: { organizationId: centre.id } },
          body: { title, priority: 'high', state: 'planned', progress: 0, personDays: 0, costs: [], budgets: [], origins: [{ kind: 'continuity', id: test.id }] },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['plan', centre.id] }),
  });
  if (!linked.data || linked.data.items.length > 0) return null;
  return (
    <>
      {make.error && <ProblemNotice problem={problemOf(make.error)} />}
      <p className="no-print">
        <button type="button" className="button primary" disabled={make.isPending} onClick={() => make.mutate()}>
          {t('restores.act')}
        </button>
      </p>
    </>
  );
};

const Whole = ({ test }: { test: RestoreTest }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const { date } = useFormat();
  const duration = useDuration();
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshContinuity(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: test.id };
  const verdict = verdictOfTest(test);
  const old = verdict === 'tooOld';
  const title = t('restores.action', { name: test.planName ?? '' }).slice(0, 200);
  return (
    <div className="chapters">
      <div>
        <p className={isMiss(verdict) ? 'notice late' : 'notice'}>
          {t(`restores.verdict.${verdict}`, { took: duration((old ? test.lostMinutes : test.minutes) ?? 0), limit: duration(60 * ((old ? test.lossHours : test.restartHours) ?? 0)) })}
        </p>
        {isMiss(verdict) && may('plan.write') && <ActButton test={test} title={title} />}
      </div>
      <section aria-label={t('restores.one')}>
        {editing ? (
          <RestoreForm test={test} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Facts
              lines={[
                [t('fields.testedOn'), date(test.testedOn)],
                [t('fields.planName'), test.planName],
                [t('restores.what'), test.what],
                [t('fields.extent'), t(`extents.${test.extent}`)],
                [t('fields.readable'), t(test.readable ? 'shell:yes' : 'shell:no')],
                [t('restores.took'), test.minutes !== undefined && duration(test.minutes)],
                [t('restores.age'), test.lostMinutes !== undefined && duration(test.lostMinutes)],
                [t('restores.by'), test.personName],
                [t('fields.supplierId'), test.supplierName],
                [
                  t('fields.interventionNumber'),
                  test.interventionId && may('intervention.read') ? <Link to={`/c/${centre.slug}/interventions/${test.interventionId}`}>{test.interventionNumber}</Link> : test.interventionNumber,
                ],
                [t('fields.note'), test.note],
              ]}
            />
            {test.can['update'] && (
              <p className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                <AskToDelete
                  label={t('restores.delete')}
                  text={t('restores.deleteText')}
                  plain
                  remove={() => unwrap(api.DELETE('/organizations/{organizationId}/restoreTests/{id}', { params: { path }, headers: ifMatch(test.version) }))}
                  onDeleted={() => {
                    void refresh();
                    void navigate({ to: `/c/${centre.slug}/continuity/restores` });
                  }}
                />
              </p>
            )}
          </>
        )}
      </section>
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'continuity', id: test.id }} title={title} />
      <History organizationId={centre.id} table="restore_test" recordId={test.id} version={test.version} />
    </div>
  );
};

/** One restore test: how it stands against what was decided, and what follows from it. */
export const RestorePage = () => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const { testId: id = '' } = useParams({ strict: false }) as { testId?: string };
  const query = useQuery(testQuery(centre.id, id));
  return (
    <Page title={query.data?.planName ?? t('restores.one')} back={{ to: `/c/${centre.slug}/continuity/restores`, label: t('restores.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole key={query.data.id} test={query.data} />}
    </Page>
  );
};
