import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, ChoiceField, SelectField, TextField } from '../../../web/fields.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { warnings } from '../intervention.ts';
import { maintenancesQuery } from './queries.ts';

/**
 * By which agreement a firm connects: of the firm that is chosen, or of all, and then its firm is taken over. `past` also offers those that ended, for
 * what was done under them.
 */
export const AgreementField = ({ past = false }: { past?: boolean }) => {
  const { t } = useTranslation('interventions');
  const form = useFormContext();
  const items = useQuery(maintenancesQuery(useCentre().id)).data?.items;
  const [remote, firm, id] = ['remote', 'supplierId', 'maintenanceId'].map((name) => form.get(name));
  const chosen = items?.find((one) => one.id === id);
  useEffect(() => {
    if (chosen && !firm) form.set('supplierId', chosen.supplierId);
    if (id && (!remote || (chosen && firm && firm !== chosen.supplierId))) form.set('maintenanceId', '');
  });
  if (!remote || !items) return null;
  const offered = items.filter((one) => one.id === id || ((!firm || one.supplierId === firm) && (one.state === 'agreed' || (past && one.state !== 'asked'))));
  if (firm && offered.length === 0) return <p className="notice">{t('maintenance.noAgreement')}</p>;
  if (offered.length === 0) return null;
  return (
    <SelectField
      name="maintenanceId"
      label={t('fields.maintenanceId')}
      help={t('maintenance.agreementHelp')}
      optional
      options={offered.map((one) => ({ value: one.id, label: `${one.supplierName} – ${one.subject}` }))}
    />
  );
};

export const WarnedField = () => {
  const { t } = useTranslation('interventions');
  return <ChoiceField name="userWarned" label={t('fields.userWarned')} options={warnings.map((value) => ({ value, label: t(`warnings.${value}`) }))} />;
};

/** What has to be known of a session (MES 2.10); of an outsider who comes, who looks on. */
export const SessionFields = ({ remote, outsider, ended }: { remote: boolean; outsider: boolean; ended?: boolean }) => {
  const { t } = useTranslation('interventions');
  const may = useMay();
  return (
    <>
      {(outsider || remote) && may('person.read') && <PersonField name="supervisedById" label={t('fields.supervisedById')} optional />}
      {remote && (
        <>
          <TextField name="remoteFrom" label={t('fields.remoteFrom')} optional maxLength={200} />
          <WarnedField />
          {ended && <CheckField name="contentsUnread" label={t('fields.contentsUnread')} />}
        </>
      )}
    </>
  );
};

/** The same in a form where it is not settled yet whether it was from afar. */
export const AskedSessionFields = () => {
  const form = useFormContext();
  return <SessionFields remote={form.get('remote') === true} outsider={Boolean(form.get('supplierId'))} ended />;
};
