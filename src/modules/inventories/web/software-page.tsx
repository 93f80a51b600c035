import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { euros } from '../../../kernel/money.ts';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useRefreshInventories } from './queries.ts';
import { saysSeats, Seats } from './seats.tsx';
import { SoftwareForm } from './software-form.tsx';
import { type Software, softwareQuery } from './software-queries.ts';
import { SoftwareUses } from './software-uses.tsx';
import { todayHere } from './today-here.ts';

const Facts = ({ software }: { software: Software }) => {
  const { t, i18n } = useTranslation('inventories');
  const { date } = useFormat();
  const { slug } = useCentre();
  const until = (day: string | undefined) => day && <span className={day < todayHere() && !software.retiredOn ? 'late' : undefined}>{date(day)}</span>;
  const lines = [
    [t('fields.publisher'), software.publisher],
    [t('fields.release'), software.release],
    [t('fields.kind'), t(`softwareKinds.${software.kind}`)],
    [t('fields.licence'), t(`licences.${software.licence}`)],
    [t('software.seats'), saysSeats(software) && <Seats software={software} />],
    [t('fields.supportUntil'), until(software.supportUntil)],
    [t('fields.licenceUntil'), until(software.licenceUntil)],
    [t('fields.ownerName'), software.ownerId && <Link to={`/c/${slug}/people/${software.ownerId}`}>{software.ownerName}</Link>],
    [t('fields.resourceName'), software.resourceId && <Link to={`/c/${slug}/resources/${software.resourceId}`}>{software.resourceName}</Link>],
    [t('fields.supplierName'), software.supplierId && <Link to={`/c/${slug}/suppliers/${software.supplierId}`}>{software.supplierName}</Link>],
    [t('fields.contractTitle'), software.contractId && <Link to={`/c/${slug}/suppliers/contracts/${software.contractId}`}>{software.contractTitle}</Link>],
    [t('fields.purchasedOn'), software.purchasedOn && date(software.purchasedOn)],
    [t('form.priceLabel'), software.priceCents !== undefined && euros(software.priceCents, i18n.language as Language)],
    [t('fields.note'), software.note],
  ] as const;
  const lacks = software.lacks ?? [];
  return (
    <>
      {lacks.length > 0 && (
        <p className="notice">
          {t('software.lacks')}
          {i18n.language === 'fr' ? '\u202f: ' : ': '}
          {lacks.map((lack) => t(`softwareLacks.${lack}`)).join(', ')}.
        </p>
      )}
      <dl className="facts">
        {lines.map(
          ([term, value]) =>
            value && (
              <Fragment key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </>
  );
};

const Proof = ({ software }: { software: Software }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const refresh = useRefreshInventories(centre.id);
  const path = { organizationId: centre.id, id: software.id };
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">{t('software.file.title')}</h2>
      {software.proofPlace && <p>{software.proofPlace}</p>}
      {!software.proofPlace && !software.fileId && <p className="quiet">{t('software.file.none')}</p>}
      {software.fileId && (
        <p className="buttons">
          <a className="button" href={`${apiBase}/organizations/${centre.id}/softwareProducts/${software.id}/file`} download>
            {t('software.file.open')}
          </a>
          <span className="quiet small">{software.fileName}</span>
        </p>
      )}
      {software.can['update'] && (
        <FilePicker
          label={t(software.fileId ? 'software.file.again' : 'software.file.give')}
          help={t('software.file.help')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          plain
          send={(body) => unwrap(api.PUT('/organizations/{organizationId}/softwareProducts/{id}/file', { params: { path }, headers: ifMatch(software.version), body: body as never }))}
          onSent={() => void refresh()}
        />
      )}
    </section>
  );
};

const Whole = ({ software }: { software: Software }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const [editing, setEditing] = useState(false);
  const path = { organizationId: centre.id, id: software.id };
  return (
    <div className="chapters">
      <section aria-label={t('software.one')}>
        {software.retiredOn && <p className="notice">{t('software.retired', { date: date(software.retiredOn) })}</p>}
        {editing ? (
          <SoftwareForm software={software} onDone={() => setEditing(false)} />
        ) : (
          <>
            <Facts software={software} />
            {software.can['update'] && (
              <p className="buttons no-print">
                <button type="button" className="button" onClick={() => setEditing(true)}>
                  {t('shell:edit')}
                </button>
                <AskToDelete
                  label={t('software.delete.label')}
                  text={t('software.delete.text')}
                  plain
                  remove={() => unwrap(api.DELETE('/organizations/{organizationId}/softwareProducts/{id}', { params: { path }, headers: ifMatch(software.version) }))}
                  onDeleted={() => {
                    void refresh();
                    void navigate({ to: `/c/${centre.slug}/inventories/software` });
                  }}
                />
              </p>
            )}
          </>
        )}
      </section>
      <SoftwareUses software={software} />
      <Proof software={software} />
      <History organizationId={centre.id} table="software" recordId={software.id} version={software.version} />
    </div>
  );
};

export const NewSoftwarePage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  return (
    <Page title={t('software.add')} back={{ to: `/c/${centre.slug}/inventories/software`, label: t('software.title') }}>
      <SoftwareForm />
    </Page>
  );
};

/** One product: its licence, the seats that are taken, the proof, and its history. */
export const SoftwarePage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const { softwareId: id = '' } = useParams({ strict: false }) as { softwareId?: string };
  const query = useQuery(softwareQuery(centre.id, id));
  const software = query.data;
  return (
    <Page title={software?.name ?? t('software.one')} back={{ to: `/c/${centre.slug}/inventories/software`, label: t('software.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {software && <Whole key={software.id} software={software} />}
    </Page>
  );
};
