import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isStricter, settingFault } from '../../../kernel/counting.ts';
import { type Rule, ruleKinds, type RuleId, rules } from '../../../kernel/rules.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { Dialog } from '../../../web/dialog.tsx';
import { NumberField, TextAreaField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormat } from '../../../web/format.ts';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { RuleSetting } from '../setting.ts';
import { type RuleLine, rulesKey, rulesQuery } from './queries.ts';
import { useWords } from './words.ts';
import './rules.css';

/** The centre's own length of a rule, within what the rule allows. */
const SettingForm = ({ line, onDone }: { line: RuleLine; onDone: () => void }) => {
  const { t, period } = useWords();
  const centre = useCentre();
  const queries = useQueryClient();
  const rule: Rule = rules[line.rule as RuleId];
  const path = { organizationId: centre.id, rule: line.rule };
  const done = () => {
    void queries.invalidateQueries({ queryKey: rulesKey(centre.id) });
    void queries.invalidateQueries({ queryKey: ['obligations'] });
    onDone();
  };
  const form = useForm({
    schema: RuleSetting.superRefine((setting, context) => {
      const fault = settingFault(rule, setting);
      if (fault) context.addIssue({ code: 'custom', message: fault, path: [fault === 'reasonRequired' ? 'reason' : 'amount'] });
    }),
    domain: 'deadlines',
    draft: `rule/${centre.id}/${line.rule}`,
    initial: { amount: line.setting?.amount ?? rule.length.amount, reason: line.setting?.reason },
    version: line.version,
    save: (values, { version }) => unwrap(api.PUT('/organizations/{organizationId}/rules/{rule}', { params: { path }, headers: ifMatch(version!), body: values })),
    onSaved: done,
  });
  const reset = async () => {
    await unwrap(api.DELETE('/organizations/{organizationId}/rules/{rule}', { params: { path }, headers: ifMatch(line.version) }));
    form.abandon();
    done();
  };
  const amount = Number(form.get('amount'));
  return (
    <>
      <p className="quiet">
        {t('rulesPage.asRule')}: {period({ ...rule, length: rule.length })} ({t(`rulesPage.adjust.${rule.adjust}`)})
      </p>
      <Form form={form} submit={t('shell:save')} cancel={<CancelButton onCancel={onDone} />}>
        <NumberField name="amount" label={t(`rulesPage.amount.${rule.length.unit}`)} />
        {rule.adjust === 'both' && <TextAreaField name="reason" label={t('rulesPage.reason')} help={t('rulesPage.reasonHelp')} optional={!isStricter(rule.bound, rule.length.amount, amount)} />}
      </Form>
      {line.setting && (
        <p>
          <button type="button" className="button" onClick={() => void reset()}>
            {t('rulesPage.reset')}
          </button>
        </p>
      )}
    </>
  );
};

const CancelButton = ({ onCancel }: { onCancel: () => void }) => {
  const { t } = useWords();
  return (
    <button type="button" className="button plain" onClick={onCancel}>
      {t('shell:cancel')}
    </button>
  );
};

const RuleRow = ({ line, onChange }: { line: RuleLine; onChange: (() => void) | undefined }) => {
  const { t, period, lengthOf } = useWords();
  const name = t(`rules.${line.rule}`);
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="rule-source">
          {t(`sources.${line.source}`)} {line.certainty === 'unsure' && <span className="tag soon">{t('certainty.tag')}</span>}
        </span>
      </th>
      <td data-label={t('rulesPage.kind')}>
        <span>{t(`shortKinds.${line.kind}`)}</span>
      </td>
      <td data-label={t('rulesPage.length')}>
        <span title={t(`counting.${line.counting}`)}>{period(line)}</span>
      </td>
      <td data-label={t('rulesPage.value')}>
        <span>
          {line.setting ? <b>{lengthOf({ ...line.length, amount: line.setting.amount })}</b> : <span className="quiet">{t('rulesPage.asRule')}</span>}
          {line.setting?.reason && <span className="rule-source">{line.setting.reason}</span>}
        </span>
      </td>
      <td className={onChange ? 'end' : 'no-value'}>
        {onChange && (
          <button type="button" className="button" aria-label={t('rulesPage.changeOf', { rule: name })} onClick={onChange}>
            {t('rulesPage.change')}
          </button>
        )}
      </td>
    </tr>
  );
};

/** Every rule by which a date is counted, with its source, how sure we are, and the centre's own value. */
export const RulesPage = () => {
  const { t } = useWords();
  const { date } = useFormat();
  const centre = useCentre();
  const { data, error, refetch } = useQuery(rulesQuery(centre.id));
  const [kind, setKind] = useState('');
  const [changing, setChanging] = useState<RuleLine>();
  const lines = (data?.items ?? []).filter((line) => (kind === 'changed' ? line.setting : !kind || line.kind === kind));
  return (
    <Page title={t('rulesPage.title')} lead={data && t('rulesPage.lead', { count: data.total, since: date(data.followedSince) })} back={{ to: `/c/${centre.slug}/today`, label: t('rulesPage.back') }}>
      {error && <ProblemNotice problem={problemOf(error)} retry={refetch} />}
      {data && (
        <>
          <p className="rule-filter no-print">
            <label>
              {t('rulesPage.kind')}{' '}
              <select className="control" value={kind} onChange={(event) => setKind(event.target.value)}>
                <option value="">{t('rulesPage.all')}</option>
                {ruleKinds.map((value) => (
                  <option key={value} value={value}>
                    {t(`shortKinds.${value}`)}
                  </option>
                ))}
                <option value="changed">{t('rulesPage.changed')}</option>
              </select>
            </label>
          </p>
          <p className="list-count" role="status">
            {lines.length === 0 ? t('shell:list.nothing') : t('shell:list.total', { total: lines.length })}
          </p>
          {lines.length > 0 && (
            <table className="list rules">
              <caption className="hidden-text">{t('rulesPage.title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('rulesPage.rule')}</th>
                  <th scope="col">{t('rulesPage.kind')}</th>
                  <th scope="col">{t('rulesPage.length')}</th>
                  <th scope="col">{t('rulesPage.value')}</th>
                  <th scope="col">
                    <span className="hidden-text">{t('rulesPage.change')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <RuleRow key={line.rule} line={line} onChange={data.can['set'] && line.adjust !== 'nothing' ? () => setChanging(line) : undefined} />
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
      {changing && (
        <Dialog opened onClose={() => setChanging(undefined)} title={t(`rules.${changing.rule}`)}>
          <SettingForm line={changing} onDone={() => setChanging(undefined)} />
        </Dialog>
      )}
    </Page>
  );
};
