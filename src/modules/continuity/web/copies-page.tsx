import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { useFormat } from '../../../web/format.ts';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { copyContents, copyMedia, DisasterCopyInput } from '../disaster.ts';
import { type DisasterCopy, disasterPlanQuery } from './disaster-queries.ts';
import { PartList, PlanFrame } from './part-list.tsx';
import { todayHere } from './parts.tsx';
import { useRefreshContinuity } from './queries.ts';

const SeenButton = ({ copy }: { copy: DisasterCopy }) => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const see = async () => {
    const path = { organizationId: centre.id, id: copy.id };
    await unwrap(api.PATCH('/organizations/{organizationId}/disasterCopies/{id}', { params: { path }, headers: ifMatch(copy.version), body: { confirmedOn: todayHere() } }));
  };
  return (
    <button type="button" className="button" onClick={() => void see().finally(refresh)}>
      {t('disaster.copies.seenToday')}
    </button>
  );
};

/** The copies of the plan outside the building, and when somebody last saw them. */
export const CopiesPage = () => {
  const { t, i18n } = useTranslation(['continuity', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const versions = (useQuery(disasterPlanQuery(centre.id, i18n.language)).data?.versions ?? []).filter(({ state }) => state !== 'draft');
  const versionOf = ({ versionNumber, inForce }: DisasterCopy) =>
    versionNumber === undefined ? t('disaster.copies.notApproved') : t(inForce ? 'disaster.copies.version' : 'disaster.copies.olderVersion', { number: versionNumber });
  return (
    <PlanFrame part="copies" lead={t('disaster.copies.lead')}>
      <PartList<DisasterCopy>
        part={{
          register: 'disasterCopies',
          schema: DisasterCopyInput,
          keys: Object.keys(DisasterCopyInput.shape),
          fresh: () => ({ content: 'both', medium: 'paper', givenOn: todayHere(), documentVersionId: versions.find(({ state }) => state === 'approved')?.id }),
          label: t('disaster.parts.copies'),
          empty: t('disaster.copies.empty'),
          acts: (copy) => !copy.endedOn && copy.confirmedOn !== todayHere() && <SeenButton copy={copy} />,
          show: (copy) => (
            <>
              <p>
                <strong>{copy.personName ?? copy.holder}</strong>, {copy.place}
              </p>
              <p className="plan-quiet">
                {t(`copyContents.${copy.content}`)}, {t(`copyMedia.${copy.medium}`)}, <span className={copy.inForce || copy.endedOn ? undefined : 'continuity-wrong'}>{versionOf(copy)}</span>
                {' · '}
                {copy.endedOn
                  ? t('disaster.copies.ended', { date: date(copy.endedOn) })
                  : copy.confirmedOn
                    ? t('disaster.copies.seen', { date: date(copy.confirmedOn) })
                    : t('disaster.copies.given', { date: date(copy.givenOn) })}
                {copy.note && ` · ${copy.note}`}
              </p>
            </>
          ),
          fields: () => (
            <>
              <SelectField name="content" label={t('fields.content')} options={copyContents.map((value) => ({ value, label: t(`copyContents.${value}`) }))} />
              <SelectField name="medium" label={t('fields.medium')} options={copyMedia.map((value) => ({ value, label: t(`copyMedia.${value}`) }))} />
              <SelectField
                name="documentVersionId"
                label={t('fields.documentVersionId')}
                help={t('disaster.copies.draftVersion')}
                optional
                options={versions.map(({ id, number, language, decidedOn }) => ({ value: id, label: `${number} (${language}), ${decidedOn ? date(decidedOn) : ''}` }))}
              />
              <PersonField name="personId" label={t('fields.personId')} optional />
              <TextField name="holder" label={t('fields.holder')} optional maxLength={120} />
              <TextField name="place" label={t('fields.place')} help={t('disaster.copies.placeHelp')} maxLength={300} />
              <DateField name="givenOn" label={t('fields.givenOn')} max={todayHere()} />
              <DateField name="confirmedOn" label={t('fields.confirmedOn')} optional max={todayHere()} />
              <DateField name="endedOn" label={t('fields.endedOn')} optional max={todayHere()} />
              <TextAreaField name="note" label={t('fields.note')} optional maxLength={500} />
            </>
          ),
        }}
      />
    </PlanFrame>
  );
};
