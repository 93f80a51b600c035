import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { SelectField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { ResourceField } from '../../../web/resource-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { rightLevels } from '../grant.ts';
import { SegregationInput } from '../segregation.ts';
import { AccessTabs } from './access-tabs.tsx';
import { segregationQuery, useRefreshAccess } from './queries.ts';
import type { components } from '../../../web/api.generated.d.ts';
import './access.css';

type Rule = components['schemas']['AccessSegregation']['rules'][number];

/** A rule set aside with its reason, or a pair of the centre's own. */
const SegregationForm = ({ libraryId, onDone }: { libraryId?: string; onDone: () => void }) => {
  const { t } = useTranslation(['access', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshAccess();
  const levels = rightLevels.map((value) => ({ value, label: t(`levels.${value}`) }));
  const form = useForm({
    schema: SegregationInput,
    domain: 'access',
    initial: { libraryId: libraryId ?? '', firstResourceId: '', firstLevel: '', secondResourceId: '', secondLevel: '', reason: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/accessSegregations', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      {!libraryId && (
        <>
          <ResourceField name="firstResourceId" label={t('fields.firstResourceId')} />
          <SelectField name="firstLevel" label={t('fields.firstLevel')} options={levels} />
          <ResourceField name="secondResourceId" label={t('fields.secondResourceId')} />
          <SelectField name="secondLevel" label={t('fields.secondLevel')} options={levels} />
        </>
      )}
      <TextAreaField name="reason" label={t('fields.reason')} maxLength={1000} />
    </Form>
  );
};

/** What one person should not hold together, who does today, and where the list and the organization chart disagree. */
export const SegregationPage = () => {
  const { t } = useTranslation(['access', 'people', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshAccess();
  const [adding, setAdding] = useState(false);
  const [aside, setAside] = useState<string | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const query = useQuery(segregationQuery(centre.id));
  const found = query.data;
  const keeps = may('access.rules');
  const side = ({ resources, level, holder }: Rule['first']): string =>
    holder
      ? t('segregation.holder', { functions: holder.map((kind) => t(`people:mandateKinds.${kind}` as never) as string).join(', ') })
      : t('segregation.side', { resource: resources.join(', '), level: t(`levels.${level!}`) });
  const reasonOf = (id: string): string => found?.rules.find((rule) => rule.id === id)?.reason ?? '';
  const remove = async ({ recordId, version }: Rule) => {
    try {
      await unwrap(api.DELETE('/organizations/{organizationId}/accessSegregations/{id}', { params: { path: { organizationId: centre.id, id: recordId! } }, headers: ifMatch(version!) }));
      setProblem(undefined);
      await refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Page
      title={t('segregation.title')}
      lead={
        found &&
        [
          found.conflicts.length === 0 ? t('segregation.none') : t('segregation.some', { count: found.conflicts.length }),
          found.chart.length > 0 ? t('segregation.chartSome', { count: found.chart.length }) : t('segregation.chartNone'),
        ].join(' ')
      }
      actions={
        keeps &&
        !adding && (
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t('segregation.add')}
          </button>
        )
      }
    >
      <AccessTabs />
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {problem && <ProblemNotice problem={problem} />}
      {adding && <SegregationForm onDone={() => setAdding(false)} />}
      {found && found.conflicts.length > 0 && (
        <section aria-labelledby="conflicts">
          <h2 id="conflicts">{t('segregation.conflicts')}</h2>
          <ul className="cell-rights">
            {found.conflicts.map((conflict) => (
              <li key={`${conflict.ruleId}/${conflict.personId}`}>
                <Link to={`/c/${centre.slug}/access/rights`} search={{ personId: conflict.personId } as never}>
                  {conflict.personName}
                </Link>{' '}
                <span className="quiet small">{reasonOf(conflict.ruleId)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found && found.chart.length > 0 && (
        <section aria-labelledby="chart">
          <h2 id="chart">{t('segregation.chart')}</h2>
          <p>{t('segregation.chartText')}</p>
          <ul className="cell-rights">
            {[...Map.groupBy(found.chart, ({ personName, serviceName }) => `${personName} · ${serviceName}`)].map(([who, rights]) => (
              <li key={who}>
                {who}
                <br />
                {rights.map((one) => (
                  <span key={one.id} className="small">
                    <Link to={`/c/${centre.slug}/access/rights/${one.id}`}>{`${one.resourceName} (${t(`levels.${one.level}`)})`}</Link>{' '}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {found && (
        <section aria-labelledby="rules">
          <h2 id="rules">{t('segregation.rules')}</h2>
          {found.rules.length === 0 && <p className="quiet">{t('segregation.noRules')}</p>}
          <ul className="cell-rights">
            {found.rules.map((rule) => (
              <li key={rule.id}>
                <b className={rule.asideReason ? 'quiet' : undefined}>{t('segregation.pair', { first: side(rule.first), second: side(rule.second) })}</b>
                <br />
                <span className="quiet small">
                  {rule.reason} {rule.source && `(${rule.source})`}
                </span>
                {rule.asideReason && <p className="small">{t('segregation.asideBecause', { reason: rule.asideReason })}</p>}
                {keeps && (
                  <p className="no-print">
                    {rule.recordId ? (
                      <button type="button" className="button plain" onClick={() => void remove(rule)}>
                        {t(rule.library ? 'segregation.again' : 'segregation.delete')}
                      </button>
                    ) : (
                      <button type="button" className="button plain" onClick={() => setAside(rule.id)}>
                        {t('segregation.aside')}
                      </button>
                    )}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Dialog opened={aside !== undefined} onClose={() => setAside(undefined)} title={t('segregation.aside')}>
        {aside && <SegregationForm libraryId={aside} onDone={() => setAside(undefined)} />}
      </Dialog>
    </Page>
  );
};
