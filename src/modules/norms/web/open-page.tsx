import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addMonths, zone } from '../../../kernel/dates.ts';
import { api, unwrap } from '../../../web/api.ts';
import { CheckField, DateField, NumberField, SelectField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import { useFormContext } from '../../../web/use-form.ts';
import { AssessmentInput } from '../assessment.ts';
import { type Assessment, type FrameworkChoice, frameworkChoicesQuery, useRefreshNorms } from './assessment-queries.ts';
import { useTexts } from './fact-words.ts';
import { frameworkTextQuery } from './framework-queries.ts';

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
const OpenInput = AssessmentInput.pick({ year: true, closesOn: true, carry: true, level: true }).extend({ framework: z.string().min(1) });

/** The level that is asked of the centre, where the framework has levels. */
const LevelField = () => {
  const { t } = useTranslation('norms');
  const say = useTexts();
  const form = useFormContext();
  const [id = '', version] = String(form.get('framework') ?? '').split(' ');
  const levels = useQuery(frameworkTextQuery(id, version)).data?.levels ?? [];
  if (levels.length === 0) return null;
  return <SelectField name="level" label={t('fields.level')} help={t('open.levelHelp')} optional options={levels.map((level) => ({ value: level.id, label: say(level.title) }))} />;
};

const OpenForm = ({ frameworks }: { frameworks: FrameworkChoice[] }) => {
  const { t } = useTranslation('norms');
  const centre = useCentre();
  const say = useTexts();
  const navigate = useNavigate();
  const refresh = useRefreshNorms(centre.id);
  const first = frameworks.find(({ id, newest }) => id === 'bcss-minimum' && newest) ?? frameworks[0];
  const form = useForm({
    schema: OpenInput,
    domain: 'norms',
    initial: { framework: first ? `${first.id} ${first.version}` : '', year: Number(today().slice(0, 4)), closesOn: addMonths(today(), 2), carry: true },
    save: ({ framework, level, ...values }): Promise<Assessment> => {
      const [frameworkId = '', frameworkVersion = ''] = framework.split(' ');
      return unwrap(
        api.POST('/organizations/{organizationId}/assessments', {
          params: { path: { organizationId: centre.id } },
          body: { frameworkId, frameworkVersion, ...(level === undefined ? {} : { level }), ...values },
        }),
      );
    },
    onSaved: () => {
      void refresh();
      void navigate({ to: `/c/${centre.slug}/norms` });
    },
  });
  return (
    <Form form={form} submit={t('open.go')}>
      <SelectField
        name="framework"
        label={t('fields.framework')}
        options={frameworks.map(({ id, version, title, norms }) => ({ value: `${id} ${version}`, label: t('open.framework', { title: say(title), version, count: norms }) }))}
      />
      <LevelField />
      <NumberField name="year" label={t('fields.year')} help={t('open.yearHelp')} />
      <DateField name="closesOn" label={t('fields.closesOn')} help={t('open.closesHelp')} optional />
      <CheckField name="carry" label={t('open.carry')} help={t('open.carryHelp')} />
    </Form>
  );
};

/** Opens the assessment of a year: against which framework, by when, with last year's answers or without. */
export const OpenAssessmentPage = () => {
  const { t } = useTranslation('norms');
  const centre = useCentre();
  const query = useQuery(frameworkChoicesQuery);
  return (
    <Page title={t('open.title')} lead={t('open.lead')} back={{ to: `/c/${centre.slug}/norms`, label: t('title') }}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.data && <OpenForm frameworks={query.data} />}
    </Page>
  );
};
