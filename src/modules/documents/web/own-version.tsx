import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, ifMatch, localAddress, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { problemOf } from '../../../web/problem.ts';
import { useCentre } from '../../../web/session.ts';
import { approvers, isCouncil, type Approver } from '../document.ts';
import { useRefreshDocuments, useSize } from './document-queries.ts';
import { ReviewDue } from './document-state.tsx';
import { todayHere } from './due.ts';
import { Hash } from '../../../web/hash.tsx';
import { type OwnVersion, ownVersionQuery } from './own-queries.ts';
import { PublishLink } from './publish-link.tsx';

type Say = (words: string) => void;

const Download = ({ version, primary }: { version: OwnVersion; primary?: boolean }) => {
  const { t } = useTranslation('documents');
  const size = useSize();
  return (
    <a className={primary ? 'button primary' : 'button'} href={localAddress(version.file.href)} download>
      {t('own.download', { format: t(`formats.${version.file.format}`), size: size(version.file.size) })}
    </a>
  );
};

const Approval = z
  .strictObject({ approver: z.enum(approvers), decidedOn: CivilDate, decisionNumber: z.string().max(40).optional() })
  .refine(({ approver, decisionNumber }) => !isCouncil(approver) || Boolean(decisionNumber), { message: 'required', path: ['decisionNumber'], when: () => true });

/** The open draft: its file, its approval, its end. */
export const OwnDraft = ({ version, say }: { version: OwnVersion; say: Say }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const path = { organizationId: centre.id, id: version.id };
  const form = useForm({
    schema: Approval,
    domain: 'documents',
    initial: { approver: 'council', decidedOn: '', decisionNumber: '' },
    save: async (body) => {
      try {
        return await unwrap(api.POST('/organizations/{organizationId}/ownVersions/{id}/approve', { params: { path }, headers: ifMatch(version.version), body }));
      } catch (error) {
        if ([409, 412].includes(problemOf(error).status)) await refresh();
        throw error;
      }
    },
    onSaved: () => {
      say(t('own.approved', { number: version.number }));
      void refresh();
    },
  });
  const approver = form.values['approver'] as Approver;
  return (
    <section aria-labelledby="own-draft">
      <h2 id="own-draft">{t('own.drafted', { number: version.number })}</h2>
      <div className="buttons">
        <Download version={version} />
        {version.can['delete'] && (
          <AskToDelete
            plain
            label={t('own.delete')}
            title={t('own.deleteTitle', { number: version.number })}
            text={t('own.deleteText')}
            remove={() => unwrap(api.DELETE('/organizations/{organizationId}/ownVersions/{id}', { params: { path }, headers: ifMatch(version.version) }))}
            onDeleted={() => {
              say(t('draft.deleted', { number: version.number }));
              void refresh();
            }}
          />
        )}
      </div>
      {version.can['approve'] ? (
        <>
          <p className="quiet small">{t('own.approveText')}</p>
          <Form form={form} submit={t('own.approve')}>
            <SelectField name="approver" label={t('fields.approver')} options={approvers.map((value) => ({ value, label: t(`approvers.${value}`) }))} />
            <DateField name="decidedOn" label={t(approver === 'signatory' ? 'approval.signedOn' : 'fields.decidedOn')} max={todayHere()} />
            {approver !== 'signatory' && <TextField name="decisionNumber" label={t('fields.decisionNumber')} maxLength={40} optional={!isCouncil(approver)} help={t('approval.numberHelp')} />}
          </Form>
        </>
      ) : (
        <p>{t('approval.notYou')}</p>
      )}
    </section>
  );
};

const Review = z.strictObject({ verifiedOn: CivilDate, note: z.string().max(2000).optional() });

const ReviewForm = ({ version, onDone }: { version: OwnVersion; onDone: (verifiedOn?: string) => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const form = useForm({
    schema: Review,
    domain: 'documents',
    initial: { verifiedOn: todayHere(), note: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/ownVersions/{id}/verify', { params: { path: { organizationId: centre.id, id: version.id } }, body })),
    onSaved: () => {
      onDone(String(form.values['verifiedOn']));
      void refresh();
    },
  });
  return (
    <Form
      form={form}
      submit={t('verify.go')}
      cancel={
        <button type="button" className="button" onClick={() => onDone()}>
          {t('shell:cancel')}
        </button>
      }
    >
      <DateField name="verifiedOn" label={t('fields.verifiedOn')} max={todayHere()} />
      <TextAreaField name="note" label={t('fields.note')} optional maxLength={2000} />
    </Form>
  );
};

/** What is in force: its frozen file, by whom it was approved and when, its review, and what proves it. */
export const OwnInForce = ({ version, yearlyReview, say }: { version: OwnVersion; yearlyReview: boolean; say: Say }) => {
  const { t } = useTranslation('documents');
  const { date, moment } = useFormat();
  const centre = useCentre();
  const [open, setOpen] = useState(false);
  const past = useQuery(ownVersionQuery(centre.id, version.id)).data?.verifications ?? [];
  const close = (verifiedOn?: string) => {
    setOpen(false);
    if (verifiedOn) say(t('verify.done', { date: date(verifiedOn) }));
  };
  return (
    <section aria-labelledby="own-in-force">
      <h2 id="own-in-force">{t('version', { number: version.number, state: t('states.approved') })}</h2>
      <div className="buttons">
        <Download version={version} primary />
        <PublishLink versionId={version.id} />
      </div>
      <dl className="facts">
        <dt>{t('fields.approver')}</dt>
        <dd>{version.approver && t(`approvers.${version.approver}`)}</dd>
        <dt>{t('decision')}</dt>
        <dd>{version.decidedOn && (version.decisionNumber ? t('decisionNumbered', { date: date(version.decidedOn), number: version.decisionNumber }) : date(version.decidedOn))}</dd>
        <dt>{t('recorded')}</dt>
        <dd>{version.approvedAt && (version.approvedBy ? t('recordedBy', { when: moment(version.approvedAt), who: version.approvedBy }) : moment(version.approvedAt))}</dd>
        {yearlyReview && version.reviewDueOn && (
          <>
            <dt>{t('fields.reviewDueOn')}</dt>
            <dd>
              <ReviewDue due={version.reviewDueOn} own />
            </dd>
          </>
        )}
        <dt>{t('own.fileSum')}</dt>
        <dd>
          <Hash value={version.file.sha256} />
        </dd>
      </dl>
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
          <ReviewForm version={version} onDone={close} />
        ) : (
          <button type="button" className="button no-print" onClick={() => setOpen(true)}>
            {t('verify.go')}
          </button>
        ))}
    </section>
  );
};
