import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CivilDate } from '../../../kernel/dates.ts';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { DateField, SelectField, TextAreaField, TextField } from '../../../web/fields.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { PersonField } from '../../../web/person-field.tsx';
import { useCentre } from '../../../web/session.ts';
import { ChangeInput, GivingInput } from '../key.ts';
import { todayHere } from './parts.tsx';
import { type Copy, type Key, useRefreshPremises } from './queries.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const Placing = z.strictObject({ on: CivilDate, keptWhere: text(200), note: text(500).optional() });
const Noting = z.strictObject({ on: CivilDate, note: text(500).optional() });
const Settling = z.strictObject({ on: CivilDate, how: z.enum(['changed', 'blocked', 'accepted']), note: text(500).optional() });
const NewCopies = z.strictObject({ marks: text(2000), keptWhere: text(200) });

export type ActName = 'give' | 'returned' | 'found' | 'lost' | 'gone' | 'settled';
/** What one may do with a copy, by the state it is in; the first is what one mostly does. */
export const actsOf = (kind: Key['kind'], copy: Copy): ActName[] =>
  kind === 'code'
    ? copy.state === 'held'
      ? ['gone']
      : []
    : ({ kept: ['give', 'lost', 'gone'], held: ['returned', 'lost'], lost: [...(copy.settledOn ? [] : ['settled' as const]), 'found', 'gone'], gone: [] } as const)[copy.state].slice();

type Props = { onDone: () => void };
const Cancel = ({ onDone }: Props) => {
  const { t } = useTranslation('shell');
  return (
    <button type="button" className="button plain" onClick={onDone}>
      {t('cancel')}
    </button>
  );
};

const useDone = (onDone: () => void) => {
  const refresh = useRefreshPremises(useCentre().id);
  return () => {
    void refresh();
    onDone();
  };
};

/** A copy goes to somebody, or somebody learns a code. */
export const Give = ({ keyOf, copy, onDone }: { keyOf: Key; copy?: Copy } & Props) => {
  const { t } = useTranslation('premises');
  const organizationId = useCentre().id;
  const done = useDone(onDone);
  const form = useForm({
    schema: GivingInput,
    domain: 'premises',
    initial: { personId: '', on: todayHere() },
    save: (body) =>
      copy
        ? unwrap(api.POST('/organizations/{organizationId}/keyCopies/{id}/give', { params: { path: { organizationId, id: copy.id } }, headers: ifMatch(copy.version), body }))
        : unwrap(api.POST('/organizations/{organizationId}/premisesKeys/{id}/knowers', { params: { path: { organizationId, id: keyOf.id } }, body })),
    onSaved: done,
  });
  return (
    <Form form={form} submit={t(copy ? 'keys.act.give' : 'keys.tell')} cancel={<Cancel onDone={onDone} />}>
      <PersonField name="personId" label={t('keys.toWhom')} help={t('keys.toWhomHelp')} />
      <DateField name="on" label={t('fields.on')} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

const useAct = (copy: Copy) => {
  const organizationId = useCentre().id;
  return (body: Parameters<typeof send>[2]) => send(organizationId, copy, body);
};
type Body = { on: string; note?: string | undefined } & ({ what: 'returned' | 'found'; keptWhere: string } | { what: 'lost' | 'gone' } | { what: 'settled'; how: 'changed' | 'blocked' | 'accepted' });
const send = (organizationId: string, copy: Copy, body: Body) =>
  unwrap(api.POST('/organizations/{organizationId}/keyCopies/{id}/acts', { params: { path: { organizationId, id: copy.id } }, headers: ifMatch(copy.version), body: body as never }));

const Place = ({ copy, what, onDone }: { copy: Copy; what: 'returned' | 'found' } & Props) => {
  const { t } = useTranslation('premises');
  const act = useAct(copy);
  const form = useForm({ schema: Placing, domain: 'premises', initial: { on: todayHere(), keptWhere: '' }, save: (values) => act({ what, ...values }), onSaved: useDone(onDone) });
  return (
    <Form form={form} submit={t(`keys.act.${what}`)} cancel={<Cancel onDone={onDone} />}>
      <DateField name="on" label={t('fields.on')} />
      <TextField name="keptWhere" label={t('fields.keptWhere')} maxLength={200} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

const Note = ({ copy, what, onDone }: { copy: Copy; what: 'lost' | 'gone' } & Props) => {
  const { t } = useTranslation('premises');
  const act = useAct(copy);
  const form = useForm({ schema: Noting, domain: 'premises', initial: { on: todayHere() }, save: (values) => act({ what, ...values }), onSaved: useDone(onDone) });
  return (
    <Form form={form} submit={t(`keys.act.${what}`)} cancel={<Cancel onDone={onDone} />}>
      {what === 'lost' && <p className="quiet">{t('keys.lostHelp')}</p>}
      <DateField name="on" label={t('fields.on')} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};

const Settle = ({ copy, onDone }: { copy: Copy } & Props) => {
  const { t } = useTranslation('premises');
  const act = useAct(copy);
  const form = useForm({
    schema: Settling,
    domain: 'premises',
    initial: { on: todayHere(), how: copy.kind === 'badge' ? 'blocked' : 'changed' },
    save: (values) => act({ what: 'settled', ...values }),
    onSaved: useDone(onDone),
  });
  return (
    <Form form={form} submit={t('keys.act.settled')} cancel={<Cancel onDone={onDone} />}>
      <SelectField name="how" label={t('fields.how')} options={(['changed', 'blocked', 'accepted'] as const).map((value) => ({ value, label: t(`settledHow.${value}`) }))} />
      <DateField name="on" label={t('fields.on')} />
      <TextField name="note" label={t('fields.settledNote')} optional maxLength={500} />
    </Form>
  );
};

/** The form of what happens to a copy. */
export const CopyAct = ({ keyOf, copy, act, onDone }: { keyOf: Key; copy: Copy; act: ActName } & Props) => {
  if (act === 'give') return <Give keyOf={keyOf} copy={copy} onDone={onDone} />;
  if (act === 'settled') return <Settle copy={copy} onDone={onDone} />;
  return act === 'returned' || act === 'found' ? <Place copy={copy} what={act} onDone={onDone} /> : <Note copy={copy} what={act} onDone={onDone} />;
};

/** New copies, a mark on each line. */
export const AddCopies = ({ keyOf, onDone }: { keyOf: Key } & Props) => {
  const { t } = useTranslation('premises');
  const organizationId = useCentre().id;
  const form = useForm({
    schema: NewCopies,
    domain: 'premises',
    initial: { marks: '', keptWhere: '' },
    save: ({ marks, keptWhere }) =>
      unwrap(
        api.POST('/organizations/{organizationId}/premisesKeys/{id}/copies', {
          params: { path: { organizationId, id: keyOf.id } },
          body: {
            keptWhere,
            marks: marks
              .split(/[\n,;]+/)
              .map((mark) => mark.trim())
              .filter(Boolean),
          },
        }),
      ),
    onSaved: useDone(onDone),
  });
  return (
    <Form form={form} submit={t('keys.addCopies')} cancel={<Cancel onDone={onDone} />}>
      <TextAreaField name="marks" label={t('fields.marks')} help={t('keys.marksHelp')} maxLength={2000} />
      <TextField name="keptWhere" label={t('fields.keptWhere')} help={t('keys.keptHelp')} maxLength={200} />
    </Form>
  );
};

/** The lock or the code was changed. */
export const Change = ({ keyOf, onDone }: { keyOf: Key } & Props) => {
  const { t } = useTranslation('premises');
  const path = { organizationId: useCentre().id, id: keyOf.id };
  const form = useForm({
    schema: ChangeInput,
    domain: 'premises',
    initial: { on: todayHere() },
    save: (body) => unwrap(api.POST('/organizations/{organizationId}/premisesKeys/{id}/change', { params: { path }, headers: ifMatch(keyOf.version), body })),
    onSaved: useDone(onDone),
  });
  return (
    <Form form={form} submit={t(`keys.change.${keyOf.kind}`)} cancel={<Cancel onDone={onDone} />}>
      <p className="quiet">{t(keyOf.kind === 'code' ? 'keys.changeCodeHelp' : 'keys.changeHelp')}</p>
      <DateField name="on" label={t('fields.on')} />
      <TextField name="note" label={t('fields.note')} optional maxLength={500} />
    </Form>
  );
};
