import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { api, unwrap } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { SupplierField } from '../../../web/supplier-field.tsx';
import { firmLinksQuery, useRefreshInterventions } from './queries.ts';

const Wanted = z.strictObject({ supplierId: z.uuid() });

/** The addresses by which firms announce and report: made, shown once, taken away. */
export const FirmLinks = () => {
  const { t } = useTranslation(['interventions', 'shell']);
  const { date, moment } = useFormat();
  const centre = useCentre();
  const refresh = useRefreshInterventions(centre.id);
  const query = useQuery(firmLinksQuery(centre.id));
  const [link, setLink] = useState<string>();
  const form = useForm({
    schema: Wanted,
    domain: 'interventions',
    initial: { supplierId: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/firmLinks', { params: { path: { organizationId: centre.id } }, body })),
    onSaved: (made: { link: string }) => {
      setLink(made.link);
      void refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/organizations/{organizationId}/firmLinks/{id}', { params: { path: { organizationId: centre.id, id } } })),
    onSuccess: () => void refresh(),
  });
  const links = query.data?.items ?? [];
  const problem = query.error ?? revoke.error;
  return (
    <section aria-labelledby="firm-links">
      <h2 id="firm-links">{t('firm.links')}</h2>
      <p className="quiet measure">{t('firm.linksHelp')}</p>
      {problem && <ProblemNotice problem={problemOf(problem)} />}
      {link && (
        <div className="notice" role="status">
          <p>{t('firm.once')}</p>
          <p className="firm-address">{link}</p>
        </div>
      )}
      {links.length > 0 && (
        <ul className="intervention-events">
          {links.map((one) => (
            <li key={one.id}>
              <b>{one.supplierName}</b>{' '}
              <span className="quiet small">
                {[moment(one.madeAt), one.madeByName, one.revokedAt ? t('firm.revoked') : one.usedOn ? t('firm.used', { date: date(one.usedOn) }) : t('firm.unused')].filter(Boolean).join(' · ')}
              </span>{' '}
              {!one.revokedAt && (
                <button type="button" className="button plain" disabled={revoke.isPending} onClick={() => revoke.mutate(one.id)}>
                  {t('firm.revoke')}
                  <span className="hidden-text">, {one.supplierName}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Form form={form} submit={t('firm.make')}>
        <SupplierField name="supplierId" label={t('fields.supplierId')} />
      </Form>
    </section>
  );
};
