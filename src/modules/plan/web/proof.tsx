import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { type Action, useRefreshPlan } from './queries.ts';

/** The file that shows that the action was done: to read, and for whoever may, to give. */
export const Proof = ({ action }: { action: Action }) => {
  const { t } = useTranslation('plan');
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshPlan();
  const path = { organizationId: centre.id, id: action.id };
  if (!action.proofFileId && !action.can['progress']) return null;
  return (
    <section className="plan-end" aria-labelledby={`proof-${action.id}`}>
      <h2 id={`proof-${action.id}`}>{t('proof.title')}</h2>
      {action.proofFileId && may('plan.read') && (
        <p>
          <a className="button" href={`${apiBase}/organizations/${centre.id}/planActions/${action.id}/file`} download>
            {t('proof.download')}
          </a>
        </p>
      )}
      {action.can['progress'] && (
        <FilePicker
          label={t(action.proofFileId ? 'proof.replace' : 'proof.give')}
          help={t('proof.help')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          send={(body) =>
            action.can['update']
              ? unwrap(api.PUT('/organizations/{organizationId}/planActions/{id}/file', { params: { path }, headers: ifMatch(action.version), body: body as never }))
              : unwrap(api.PUT('/organizations/{organizationId}/ownActions/{id}/file', { params: { path }, headers: ifMatch(action.version), body: body as never }))
          }
          onSent={() => void refresh()}
        />
      )}
    </section>
  );
};
