import { useTranslation } from 'react-i18next';
import { api, base as apiBase, ifMatch, unwrap } from '../../../web/api.ts';
import { FilePicker } from '../../../web/file-picker.tsx';
import { useCentre } from '../../../web/session.ts';
import { useRefreshInspections } from './queries.ts';

/** The file of an audit or of a letter: to open, to give. */
export const RecordFile = ({ plural, id, version, fileId, update }: { plural: 'inspections' | 'networkNotices'; id: string; version: number; fileId: string | undefined; update: boolean }) => {
  const { t } = useTranslation('inspections');
  const centre = useCentre();
  const refresh = useRefreshInspections(centre.id);
  const path = { organizationId: centre.id, id };
  if (!fileId && !update) return null;
  return (
    <div className="record-file">
      <h2>{t(plural === 'inspections' ? 'file.report' : 'file.letter')}</h2>
      {fileId && (
        <p className="buttons">
          <a className="button" href={`${apiBase}/organizations/${centre.id}/${plural}/${id}/file`} download>
            {t('file.open')}
          </a>
        </p>
      )}
      {update && (
        <FilePicker
          label={t(fileId ? 'file.again' : 'file.give')}
          help={t('file.help')}
          accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
          plain
          send={(body) =>
            plural === 'inspections'
              ? unwrap(api.PUT('/organizations/{organizationId}/inspections/{id}/file', { params: { path }, headers: ifMatch(version), body: body as never }))
              : unwrap(api.PUT('/organizations/{organizationId}/networkNotices/{id}/file', { params: { path }, headers: ifMatch(version), body: body as never }))
          }
          onSent={() => void refresh()}
        />
      )}
    </div>
  );
};
