import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { ZoneField } from '../../../web/zone-field.tsx';
import { reviewsQuery, useRefreshInventories } from './queries.ts';

const Asked = z.strictObject({ zoneId: z.uuid().optional(), code: z.string().trim().min(1).max(400) });
type Seen = { id: string; number: number; name: string; first: boolean };

/** Room by room: its place once, then a number or a label for each device. */
const Counting = ({ reviewId, label }: { reviewId: string; label: string | undefined }) => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshInventories(centre.id);
  const [seen, setSeen] = useState<Seen[]>([]);
  const [zoneId, setZoneId] = useState<string | undefined>();
  const form = useForm({
    schema: Asked,
    domain: 'inventories',
    initial: { ...(label ? { code: label } : {}), ...(zoneId ? { zoneId } : {}) },
    save: (values) => {
      setZoneId(values.zoneId);
      return unwrap(api.POST('/organizations/{organizationId}/inventoryReviews/{id}/sightings', { params: { path: { organizationId: centre.id, id: reviewId } }, body: values }));
    },
    onSaved: (found: Seen) => {
      setSeen((before) => [found, ...before.filter(({ id }) => id !== found.id)]);
      form.set('code', '');
      void refresh();
    },
  });
  const base = `/c/${centre.slug}/inventories`;
  return (
    <>
      <Form form={form} submit={t('count.see')}>
        <ZoneField name="zoneId" label={t('fields.zoneId')} optional />
        <TextField name="code" label={t('count.code')} maxLength={400} />
      </Form>
      <div role="status">
        <ul className="plain-list">
          {seen.map((device) => (
            <li key={device.id}>
              <Link to={`${base}/devices/${device.id}`}>{t(device.first ? 'count.seen' : 'count.again', { name: device.name, number: device.number })}</Link>
            </li>
          ))}
        </ul>
      </div>
      {may('inventory.write') && (
        <p>
          <Link to={`${base}/devices/new`}>{t('count.addNew')}</Link>
        </p>
      )}
    </>
  );
};

/** The count, for a telephone; a label that its camera opened stands in the address. */
export const CountPage = () => {
  const { t } = useTranslation('inventories');
  const centre = useCentre();
  const query = useQuery(reviewsQuery(centre.id));
  const { label } = useSearch({ strict: false }) as { label?: string };
  const open = query.data?.items.find(({ signedOn }) => !signedOn);
  const reviews = `/c/${centre.slug}/inventories/reviews`;
  return (
    <Page title={t('count.title')} lead={t('count.lead')} back={{ to: open ? `${reviews}/${open.id}` : reviews, label: t('reviews.one') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && !open && <p className="quiet">{t('count.noReview')}</p>}
      {open && <Counting reviewId={open.id} label={label} />}
    </Page>
  );
};
