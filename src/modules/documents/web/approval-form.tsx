import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { ChoiceField, DateField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { problemOf } from '../../../web/problem.ts';
import { useCentre } from '../../../web/session.ts';
import { approvers, isCouncil, type Approver } from '../document.ts';
import { type DocumentOfCentre, type DocumentVersion, useRefreshDocuments } from './document-queries.ts';
import { todayHere } from './due.ts';

/** What is typed of an approval; a council's decision has a number. */
const Approval = z
  .strictObject({ approver: z.enum(approvers), decidedOn: CivilDate, decisionNumber: z.string().max(40).optional() })
  .refine(({ approver, decisionNumber }) => !isCouncil(approver) || Boolean(decisionNumber), { message: 'required', path: ['decisionNumber'], when: () => true });

type Props = { document: DocumentOfCentre; draft: DocumentVersion; previewHash: string; onApproved: () => void };

/** Records who approved the draft, when and by which decision. `previewHash` is that of the text shown: where it has changed, it is shown anew. */
export const ApprovalForm = ({ document, draft, previewHash, onApproved }: Props) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const path = { organizationId: centre.id, id: draft.id };
  const [usual] = document.approvers;
  const form = useForm({
    schema: Approval,
    domain: 'documents',
    initial: { approver: usual!, decidedOn: '', decisionNumber: '' },
    save: async (values) => {
      const body = { ...values, previewHash };
      try {
        return await unwrap(api.POST('/organizations/{organizationId}/documentVersions/{id}/approve', { params: { path }, headers: ifMatch(draft.version), body }));
      } catch (error) {
        // The text, its gaps or its state have changed meanwhile: the page shows them as they are now.
        if ([409, 412].includes(problemOf(error).status)) await refresh();
        throw error;
      }
    },
    onSaved: () => {
      onApproved();
      void refresh();
    },
  });
  const approver = form.values['approver'] as Approver;
  return (
    <Form form={form} submit={t('approval.go')}>
      {document.approvers.length > 1 && <ChoiceField name="approver" label={t('fields.approver')} options={document.approvers.map((value) => ({ value, label: t(`approvers.${value}`) }))} />}
      <DateField name="decidedOn" label={t(approver === 'signatory' ? 'approval.signedOn' : 'fields.decidedOn')} max={todayHere()} />
      {approver !== 'signatory' && <TextField name="decisionNumber" label={t('fields.decisionNumber')} maxLength={40} optional={!isCouncil(approver)} help={t('approval.numberHelp')} />}
    </Form>
  );
};

const Verification = z.strictObject({ verifiedOn: CivilDate, note: z.string().max(2000).optional() });

/** Closes the yearly verification of the version in force: nothing to change. */
export const VerificationForm = ({ version, onDone }: { version: DocumentVersion; onDone: (verifiedOn?: string) => void }) => {
  const { t } = useTranslation(['documents', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshDocuments(centre.id);
  const form = useForm({
    schema: Verification,
    domain: 'documents',
    initial: { verifiedOn: todayHere(), note: '' },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/documentVersions/{id}/verify', { params: { path: { organizationId: centre.id, id: version.id } }, body })),
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
