import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { components } from '../../../web/api.generated.d.ts';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { RecordList } from '../../../web/list.tsx';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { placesQuery, reviewQuery, useRefreshInventories } from './queries.ts';

type Review = components['schemas']['InventoryReview'];
const Signature = z.strictObject({ note: z.string().trim().min(1).max(2000).optional() });

/** The adviser signs what was found and what is missing. */
const Sign = ({ review }: { review: Review }) => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const navigate = useNavigate();
  const refresh = useRefreshInventories(centre.id);
  const path = { organizationId: centre.id, id: review.id };
  const form = useForm({
    schema: Signature,
    domain: 'inventories',
    initial: {},
    save: (values) => unwrap(api.POST('/organizations/{organizationId}/inventoryReviews/{id}/signature', { params: { path }, headers: ifMatch(review.version), body: values })),
    onSaved: () => void refresh(),
  });
  return (
    <section aria-labelledby="sign">
      <h2 id="sign">{t('reviews.sign')}</h2>
      <p>{t('reviews.signText')}</p>
      <Form
        form={form}
        submit={t('reviews.sign')}
        cancel={
          <AskToDelete
            label={t('reviews.giveUp')}
            text={t('reviews.giveUpText')}
            plain
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/inventoryReviews/{id}', { params: { path }, headers: ifMatch(review.version) }))}
            onDeleted={() => {
              void refresh();
              void navigate({ to: `/c/${centre.slug}/inventories/reviews` });
            }}
          />
        }
      >
        <TextAreaField name="note" label={t('fields.note')} optional maxLength={2000} />
      </Form>
    </section>
  );
};

/** What a count that runs has not seen yet, or what entered the inventory since it began. */
const Found = ({ review, of }: { review: Review; of: 'missing' | 'added' }) => {
  const { t } = useTranslation('inventories');
  const { number } = useFormat();
  const centre = useCentre();
  const base = `/c/${centre.slug}/inventories`;
  const path = { organizationId: centre.id, id: review.id };
  const places = useQuery({ ...placesQuery(centre.id), enabled: of === 'missing' }).data?.items ?? [];
  // The address keeps one order and one place: those of what is missing.
  const sortedBy = (sort: string) => (of === 'missing' ? { sort } : {});
  const asked = of === 'missing' ? ({ seen: 'false' } as const) : ({ added: 'true', sort: 'number' } as const);
  return (
    <section aria-labelledby={of}>
      <h2 id={of}>{t(`reviews.${of}`)}</h2>
      <RecordList
        caption={t(`reviews.${of}`)}
        queryKey={['inventories', centre.id, 'review', review.id, of]}
        load={(query, signal) => unwrap(api.GET('/organizations/{organizationId}/inventoryReviews/{id}/devices', { params: { path, query: { ...query, ...asked } }, signal }))}
        columns={[
          { key: 'name', header: t('fields.name'), ...sortedBy('name'), cell: (device) => <Link to={`${base}/devices/${device.id}`}>{device.name}</Link> },
          { key: 'number', header: t('fields.number'), ...sortedBy('number'), end: true, cell: (device) => number(device.number) },
          { key: 'kind', header: t('fields.kind'), cell: (device) => t(`kinds.${device.kind}`) },
          { key: 'where', header: t('columns.where'), cell: (device) => [device.personName, device.zoneName].filter(Boolean).join(' · ') },
        ]}
        filters={
          of === 'missing' && places.length > 0
            ? [{ name: 'zoneId', label: t('fields.zoneId'), options: places.map(({ id, name, building }) => ({ value: id, label: [name, building].filter(Boolean).join(', ') })) }]
            : []
        }
        empty={of === 'missing' ? { title: t('reviews.nothingMissing'), text: '' } : { title: t('reviews.nothingAdded'), text: t('reviews.nothingAddedText') }}
      />
    </section>
  );
};

const Whole = ({ review }: { review: Review }) => {
  const { t } = useTranslation('inventories');
  const { date, number } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const base = `/c/${centre.slug}/inventories`;
  return (
    <div className="chapters">
      <section aria-label={t('reviews.one')}>
        <p role="status">
          {review.signedOn ? t('reviews.signed', { date: date(review.signedOn), name: review.signedBy ?? '' }) : t('reviews.begun', { date: date(review.begunOn) })}
          {' · '}
          <b>{t('reviews.sums', { seen: number(review.seen), expected: number(review.expected) })}</b> {review.added > 0 && t('reviews.addedSums', { count: review.added })}
        </p>
        {review.note && <p>{review.note}</p>}
        {review.files === 'coming' && (
          <p className="quiet" role="status">
            {t('reviews.drawing')}
          </p>
        )}
        <p className="buttons no-print">
          {review.signedOn
            ? review.files === 'ready' &&
              (['pdf', 'docx', 'xlsx'] as const).map((format) => (
                <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/inventoryReviews/${review.id}/file?format=${format}`} download>
                  {t(`fields.${format}FileId`)}
                </a>
              ))
            : may('inventory.count') && (
                <Link to={`${base}/count`} className="button primary">
                  {t('reviews.goOn')}
                </Link>
              )}
        </p>
      </section>
      {!review.signedOn && <Found review={review} of="missing" />}
      {!review.signedOn && <Found review={review} of="added" />}
      {!review.signedOn && may('inventory.sign') && <Sign review={review} />}
      <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'inventory', id: review.id }} title={t('reviews.one')} />
    </div>
  );
};

/** One review: what was seen, what was not, its signature and its files. */
export const InventoryReviewPage = () => {
  const { t } = useTranslation(['inventories', 'shell']);
  const centre = useCentre();
  const { reviewId: id = '' } = useParams({ strict: false }) as { reviewId?: string };
  const query = useQuery(reviewQuery(centre.id, id));
  return (
    <Page title={t('reviews.one')} back={{ to: `/c/${centre.slug}/inventories/reviews`, label: t('reviews.title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {query.data && <Whole key={query.data.id} review={query.data} />}
    </Page>
  );
};
