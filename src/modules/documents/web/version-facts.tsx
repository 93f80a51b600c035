import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localAddress } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { useCentre } from '../../../web/session.ts';
import { documentFormats } from '../document.ts';
import { VerificationForm } from './approval-form.tsx';
import { useSize, versionQuery, type DocumentVersion } from './document-queries.ts';
import { ReviewDue } from './document-state.tsx';
import { Hash } from '../../../web/hash.tsx';
import { PublishLink } from './publish-link.tsx';

/** A version as PDF and Word; a draft is drawn when it is asked for, and says so on each page. */
export const Files = ({ version }: { version: DocumentVersion }) => {
  const { t } = useTranslation('documents');
  const size = useSize();
  return documentFormats.map((format) => {
    const file = version.files[format];
    const name = t(`formats.${format}`);
    return (
      <a key={format} className="button" href={localAddress(file.href)} download>
        {name}
        {file.size !== undefined && `, ${size(file.size)}`}
        <span className="hidden-text">, {t('versionNumber', { number: version.number })}</span>
      </a>
    );
  });
};

/** The yearly verification of the version in force: due when, done when, and the way to close it. */
export const Verification = ({ version, say }: { version: DocumentVersion; say: (words: string) => void }) => {
  const { t } = useTranslation('documents');
  const { date } = useFormat();
  const centre = useCentre();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(versionQuery(centre.id, version.id));
  const past = data?.verifications ?? [];
  const close = (verifiedOn?: string) => {
    setOpen(false);
    if (verifiedOn) say(t('verify.done', { date: date(verifiedOn) }));
  };
  return (
    <section aria-labelledby="verification">
      <h2 id="verification">{t('verify.title')}</h2>
      {version.reviewDueOn && (
        <p>
          {t('fields.reviewDueOn')} <ReviewDue due={version.reviewDueOn} />
        </p>
      )}
      {past.length > 0 && (
        <ul className="plain-list">
          {past.map(({ id, verifiedOn, note }) => (
            <li key={id}>
              {t('verify.done', { date: date(verifiedOn) })}
              {note && <small>{note}</small>}
            </li>
          ))}
        </ul>
      )}
      {version.can['verify'] &&
        (open ? (
          <VerificationForm version={version} onDone={close} />
        ) : (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t('verify.go')}
          </button>
        ))}
    </section>
  );
};

/** The number and the hash of a head of the audit trail, kept as `number:hash`. */
const AuditHead = ({ head }: { head: string }) => {
  const { t } = useTranslation('documents');
  const [number, hash = ''] = head.split(':');
  return (
    <>
      {t('auditNumber', { number })}
      <br />
      <Hash value={hash} />
    </>
  );
};

/** What was recorded of an approved version: its files, by whom it was approved and when. */
export const VersionFacts = ({ version }: { version: DocumentVersion }) => {
  const { t } = useTranslation('documents');
  const { date, moment } = useFormat();
  return (
    <section aria-labelledby="version-facts">
      <h2 id="version-facts">{t('version', { number: version.number, state: t(`states.${version.state}`) })}</h2>
      <p className="buttons">
        <Files version={version} />
        {version.state === 'approved' && <PublishLink versionId={version.id} />}
      </p>
      <dl className="facts">
        {version.approver && (
          <>
            <dt>{t('fields.approver')}</dt>
            <dd>{t(`approvers.${version.approver}`)}</dd>
          </>
        )}
        {version.decidedOn && (
          <>
            <dt>{t('decision')}</dt>
            <dd>{version.decisionNumber ? t('decisionNumbered', { date: date(version.decidedOn), number: version.decisionNumber }) : date(version.decidedOn)}</dd>
          </>
        )}
        {version.approvedAt && (
          <>
            <dt>{t('recorded')}</dt>
            <dd>{version.approvedBy ? t('recordedBy', { when: moment(version.approvedAt), who: version.approvedBy }) : moment(version.approvedAt)}</dd>
          </>
        )}
      </dl>
    </section>
  );
};

/** What proves that a version is the one that was approved: the hash of its content, and the head of the audit trail that day. */
export const VersionSeal = ({ version }: { version: DocumentVersion }) => {
  const { t } = useTranslation('documents');
  return (
    <section aria-labelledby="version-seal">
      <h2 id="version-seal">{t('seal')}</h2>
      <dl className="facts">
        {version.contentHash && (
          <>
            <dt>{t('fields.contentHash')}</dt>
            <dd>
              <Hash value={version.contentHash} />
            </dd>
          </>
        )}
        {version.auditHead && (
          <>
            <dt>{t('fields.auditHead')}</dt>
            <dd>
              <AuditHead head={version.auditHead} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
