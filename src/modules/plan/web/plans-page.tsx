import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useMe } from '../../../web/session.ts';
import { type Plans, plansQuery } from './queries.ts';
import { todayHere } from './today.ts';
import './plan.css';

type CentrePlan = Plans['centres'][number];

/** How the plans stand in all of one's centres, and the actions that are late in them. */
export const PlansPage = () => {
  const { t } = useTranslation('plan');
  const { name, number, shortDate } = useFormat();
  const me = useMe();
  const query = useQuery(plansQuery);
  const today = todayHere();
  const centreOf = (id: string) => me.organizations.find((centre) => centre.id === id);
  const nameOf = (id: string): string => {
    const centre = centreOf(id);
    return centre ? name(centre.name) : '';
  };
  const slugOf = (id: string): string => centreOf(id)?.slug ?? '';
  const overdue = (plan: CentrePlan): boolean => !plan.submitted && plan.leavesOn < today;
  const plans = query.data;
  const missing = plans?.centres.filter(overdue).length ?? 0;
  const centres = plans?.centres.toSorted((a, b) => b.late - a.late || nameOf(a.organizationId).localeCompare(nameOf(b.organizationId))) ?? [];
  return (
    <Page
      title={t('title')}
      lead={plans && [plans.late > 0 ? t('plans.late', { count: plans.late }) : t('plans.noneLate'), missing > 0 ? t('plans.missing', { count: missing }) : ''].filter(Boolean).join(' ')}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {plans && (
        <section aria-labelledby="centres">
          <h2 id="centres">{t('plans.centres')}</h2>
          <table className="list">
            <caption className="hidden-text">{t('plans.centres')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('plans.centre')}</th>
                <th scope="col" className="end">
                  {t('stateFilters.open')}
                </th>
                <th scope="col" className="end">
                  {t('stateFilters.late')}
                </th>
                <th scope="col">{t('plans.approved')}</th>
                <th scope="col">{t('plans.next')}</th>
              </tr>
            </thead>
            <tbody>
              {centres.map((plan) => (
                <tr key={plan.organizationId}>
                  <th scope="row">
                    <Link to={`/c/${slugOf(plan.organizationId)}/plan`}>{nameOf(plan.organizationId)}</Link>
                  </th>
                  <td className="end" data-label={t('stateFilters.open')}>
                    <span>{number(plan.open)}</span>
                  </td>
                  <td className="end" data-label={t('stateFilters.late')}>
                    <span className={plan.late > 0 ? 'late' : undefined}>{number(plan.late)}</span>
                  </td>
                  <td data-label={t('plans.approved')}>
                    <span>{plan.approvedYear ? `${plan.approvedYear}–${plan.approvedYear + 2}` : '–'}</span>
                  </td>
                  <td data-label={t('plans.next')}>
                    <span className={overdue(plan) ? 'late' : undefined}>
                      {t(plan.submitted ? 'plans.submitted' : overdue(plan) ? 'plans.overdue' : 'plans.due', { date: shortDate(plan.leavesOn) })}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {plans && plans.slips.length > 0 && (
        <section aria-labelledby="slips">
          <h2 id="slips">{t('plans.slips')}</h2>
          {plans.slips.length < plans.late && <p className="quiet">{t('plans.oldest', { count: plans.slips.length })}</p>}
          <table className="list">
            <caption className="hidden-text">{t('plans.slips')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fields.title')}</th>
                <th scope="col">{t('plans.centre')}</th>
                <th scope="col">{t('fields.owner')}</th>
                <th scope="col">{t('fields.dueOn')}</th>
                <th scope="col" className="end">
                  {t('fields.progress')}
                </th>
              </tr>
            </thead>
            <tbody>
              {plans.slips.map((slip) => (
                <tr key={slip.id}>
                  <th scope="row">
                    <Link to={`/c/${slugOf(slip.organizationId)}/plan/actions/${slip.id}`}>{slip.title}</Link>
                  </th>
                  <td data-label={t('plans.centre')}>
                    <span>{nameOf(slip.organizationId)}</span>
                  </td>
                  <td data-label={t('fields.owner')}>
                    <span>{slip.ownerName ?? (slip.ownerRole ? t(`roles.${slip.ownerRole}`) : '–')}</span>
                  </td>
                  <td data-label={t('fields.dueOn')}>
                    <span className="late">{shortDate(slip.dueOn)}</span>
                  </td>
                  <td className="end" data-label={t('fields.progress')}>
                    <span>{number(slip.progress)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
};
