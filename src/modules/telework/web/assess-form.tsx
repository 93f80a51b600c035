import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Form, useForm } from '../../../web/form.tsx';
import { useFormContext } from '../../../web/use-form.ts';
import { answers, type Answers, questionsOf, type Situation } from '../lines.ts';
import { Questions } from './questions.tsx';

const Body = ({ situation, bcss }: { situation: Situation; bcss: boolean }) => <Questions situation={situation} bcss={bcss} said={(useFormContext().get('answers') ?? {}) as Answers} />;

type Props = { id: string; situation: Situation; bcss: boolean; said: Answers; submit: string; send: (answers: Answers) => Promise<unknown>; onSaved: () => void; cancel: () => void };

/** The assessment, whole: each question has an answer before it is sent. */
export const AssessForm = ({ id, situation, bcss, said, submit, send, onSaved, cancel }: Props) => {
  const { t } = useTranslation(['telework', 'shell']);
  const asked = questionsOf({ situation, bcss });
  const form = useForm({
    schema: z.object({ answers: z.object(Object.fromEntries(asked.map((line) => [line.id, z.enum(answers)]))) }),
    domain: 'telework',
    draft: `telework/assess/${id}`,
    initial: { answers: Object.fromEntries(asked.flatMap((line) => (said[line.id as keyof Answers] ? [[line.id, said[line.id as keyof Answers]]] : []))) },
    save: (values) => send(values.answers as Answers),
    onSaved,
  });
  return (
    <Form
      form={form}
      submit={submit}
      cancel={
        <button type="button" className="button" onClick={cancel}>
          {t('shell:cancel')}
        </button>
      }
    >
      <p className="quiet">{t('own.assessText', { count: asked.length })}</p>
      <Body situation={situation} bcss={bcss} />
    </Form>
  );
};
