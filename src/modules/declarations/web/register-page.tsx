import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, base, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { variants, ways } from '../declaration.ts';
import { useRefresh } from './queries.ts';
import { DeclarationTabs } from './tabs.tsx';

/** Everything that was signed here, with the countersignatures that wait for the director-general. */
export const RegisterPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [said, say] = useState('');
  const path = { organizationId: centre.id };
  const countersign = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/countersignatures', { params: { path }, body: { declarationIds: [...chosen] } })),
    onSuccess: ({ countersigned }) => {
      say(t('countersign.done', { count: countersigned }));
      setChosen([]);
      void refresh();
    },
  });
  const choose = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <Page
      title={t('register.title')}
      lead={t('register.lead')}
      actions={(['fr', 'nl', 'de'] as const).map((language) => (
        <a key={language} className="button" href={`${base}/organizations/${centre.id}/declarationRegister?language=${language}`} download>
          {t('register.in', { language: t(`languages.${language}`) })}
        </a>
      ))}
    >
      <DeclarationTabs />
      <p role="status" className={said ? 'notice done' : 'hidden-text'}>
        {said}
      </p>
      {countersign.error && <ProblemNotice problem={problemOf(countersign.error)} domain="declarations" />}
      {may('declaration.countersign') && (
        <div className="declaration-countersign no-print">
          <p>{t('countersign.text')}</p>
          <button
            type="button"
            className="button primary"
            aria-disabled={chosen.length === 0 || countersign.isPending}
            onClick={() => chosen.length > 0 && !countersign.isPending && countersign.mutate()}
          >
            {t('countersign.several', { count: chosen.length })}
          </button>
        </div>
      )}
      <RecordList
        caption={t('register.title')}
        queryKey={['declarations', centre.id, 'register']}
        load={(asked, signal) => unwrap(api.GET('/organizations/{organizationId}/declarations', { params: { path, query: { ...asked, sort: asked['sort'] ?? ('-number' as never) } }, signal }))}
        columns={[
          {
            key: 'name',
            header: t('fields.personName'),
            sort: 'name',
            cell: (one) => (
              <>
                {one.can['countersign'] && (
                  <input type="checkbox" className="declaration-choose" aria-label={t('countersign.choose', { name: one.name })} checked={chosen.includes(one.id)} onChange={() => choose(one.id)} />
                )}
                <Link to={`/c/${centre.slug}/declarations/${one.id}`}>{one.name}</Link> <small className="quiet">{t('number', { number: one.number })}</small>
              </>
            ),
          },
          { key: 'variant', header: t('fields.variant'), cell: (one) => t(`variants.${one.variant}`) },
          { key: 'signedOn', header: t('fields.signedOn'), sort: 'signed', cell: (one) => shortDate(one.signedOn) },
          { key: 'how', header: t('fields.how'), cell: (one) => t(`ways.${one.how}`) },
          {
            key: 'countersigned',
            header: t('fields.countersignedOn'),
            cell: (one) => (one.annulledOn ? t('annul.short') : one.countersignedOn ? shortDate(one.countersignedOn) : one.how === 'earlier' ? t('countersign.onPaper') : t('countersign.waits')),
          },
        ]}
        filters={[
          { name: 'countersigned', label: t('fields.countersignedOn'), options: (['no', 'yes'] as const).map((value) => ({ value, label: t(`countersign.filter.${value}`) })) },
          { name: 'variant', label: t('fields.variant'), options: variants.map((value) => ({ value, label: t(`variants.${value}`) })) },
          { name: 'how', label: t('fields.how'), options: ways.map((value) => ({ value, label: t(`ways.${value}`) })) },
          { name: 'state', label: t('fields.state'), options: (['valid', 'annulled'] as const).map((value) => ({ value, label: t(`annul.${value}`) })) },
        ]}
        exportAddress={`/organizations/${centre.id}/declarations/export`}
        empty={{ title: t('register.emptyTitle'), text: t('register.emptyText') }}
      />
    </Page>
  );
};
