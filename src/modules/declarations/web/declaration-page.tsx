import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, ifMatch, localAddress, unwrap } from '../../../web/api.ts';
import { TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { type Declaration, declarationQuery, useRefresh } from './queries.ts';
import './declarations.css';

const Reason = z.strictObject({ reason: z.string().trim().min(1).max(300) });

const AnnulForm = ({ declaration, onDone }: { declaration: Declaration; onDone: () => void }) => {
  const { t } = useTranslation(['declarations', 'shell']);
  const centre = useCentre();
  const refresh = useRefresh();
  const form = useForm({
    schema: Reason,
    domain: 'declarations',
    initial: { reason: '' },
    save: (body) =>
      unwrap(api.POST('/organizations/{organizationId}/declarations/{id}/annul', { params: { path: { organizationId: centre.id, id: declaration.id } }, headers: ifMatch(declaration.version), body })),
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('annul.do')}
      cancel={
        <button type="button" className="button" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      <TextField name="reason" label={t('fields.reason')} help={t('annul.help')} maxLength={300} />
    </Form>
  );
};

const Facts = ({ declaration }: { declaration: Declaration }) => {
  const { t } = useTranslation('declarations');
  const { date, moment } = useFormat();
  const rows: [string, string | undefined][] = [
    [t('fields.variant'), `${t(`variants.${declaration.variant}`)}${declaration.textNumber ? `, ${t('textNumber', { number: declaration.textNumber })}` : ''}`],
    [t('fields.signedOn'), declaration.signedAt ? moment(declaration.signedAt) : date(declaration.signedOn)],
    [t('fields.how'), t(`ways.${declaration.how}`)],
    [t('fields.signatory'), declaration.signatory],
    [t('fields.language'), declaration.language && t(`languages.${declaration.language}`)],
    [t('fields.place'), declaration.place],
    [
      t('fields.countersignedOn'),
      declaration.countersignedOn
        ? [date(declaration.countersignedOn), declaration.countersignedBy].filter(Boolean).join(', ')
        : declaration.how === 'earlier'
          ? t('countersign.onPaper')
          : t('countersign.waits'),
    ],
    [t('fields.contentHash'), declaration.contentHash],
    [t('fields.annulledOn'), declaration.annulledOn && `${date(declaration.annulledOn)}, ${declaration.annulmentReason}`],
  ];
  return (
    <dl className="declaration-facts">
      {rows
        .filter((row): row is [string, string] => Boolean(row[1]))
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={value === declaration.contentHash ? 'hash' : undefined}>{value}</dd>
          </div>
        ))}
    </dl>
  );
};

/** One undertaking: what was signed, how, and its certificate. */
export const DeclarationPage = () => {
  const { t } = useTranslation(['declarations', 'shell']);
  const centre = useCentre();
  const refresh = useRefresh();
  const { declarationId = '' } = useParams({ strict: false }) as { declarationId?: string };
  const query = useQuery(declarationQuery(centre.id, declarationId));
  const [annulling, setAnnulling] = useState(false);
  const declaration = query.data;
  const countersign = useMutation({
    mutationFn: () => unwrap(api.POST('/organizations/{organizationId}/countersignatures', { params: { path: { organizationId: centre.id } }, body: { declarationIds: [declarationId] } })),
    onSuccess: () => refresh(),
  });
  return (
    <Page
      title={declaration ? declaration.name : t('one')}
      lead={declaration && t(declaration.annulledOn ? 'annul.lead' : 'oneLead', { number: declaration.number })}
      back={{ to: `/c/${centre.slug}/declarations/register`, label: t('register.title') }}
      actions={
        declaration && (
          <>
            {declaration.can['countersign'] && (
              <button type="button" className="button primary" aria-disabled={countersign.isPending} onClick={() => countersign.isPending || countersign.mutate()}>
                {t('countersign.do')}
              </button>
            )}
            {declaration.hasFile && (
              <a className="button" href={`${localAddress(declaration.href)}/file`} download>
                {t('file.download')}
              </a>
            )}
            <a className="button" href={`${localAddress(declaration.href)}/certificate`} download>
              {t('certificate.download')}
            </a>
          </>
        )
      }
    >
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {countersign.error && <ProblemNotice problem={problemOf(countersign.error)} domain="declarations" />}
      {declaration && (
        <>
          <Facts declaration={declaration} />
          <p className="quiet">{t('why.lasting')}</p>
          {declaration.personId && (
            <p>
              <Link to={`/c/${centre.slug}/people/${declaration.personId}`}>{t('toPerson')}</Link>
            </p>
          )}
          {declaration.can['annul'] &&
            (annulling ? (
              <AnnulForm key={declaration.version} declaration={declaration} onDone={() => setAnnulling(false)} />
            ) : (
              <button type="button" className="button no-print" onClick={() => setAnnulling(true)}>
                {t('annul.open')}
              </button>
            ))}
          <History organizationId={centre.id} table="declaration" recordId={declaration.id} version={declaration.version} />
        </>
      )}
    </Page>
  );
};
