import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { base as apiBase } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { Hash } from '../../../web/hash.tsx';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { type Answers, type Checks, type LineId, linesOf } from '../lines.ts';
import { agreedOnPaper, stateOf } from '../telework.ts';
import { Facts, todayHere, useDays } from './parts.tsx';
import { personQuery, type Telework, teleworkQuery } from './queries.ts';
import { LineSource } from './questions.tsx';
import { Steps } from './steps.tsx';

/** What happened to it, step by step; what is still awaited is said as well. */
const Way = ({ telework }: { telework: Telework }) => {
  const { t } = useTranslation('telework');
  const { date } = useFormat();
  const over = stateOf(telework, todayHere()) === 'ended';
  const paper = agreedOnPaper(telework);
  const steps: [string, string | undefined, string | undefined, boolean][] = [
    ['asked', telework.askedOn, undefined, true],
    ['assessed', telework.assessedOn, undefined, !telework.refusedOn && !paper],
    ['checked', telework.checkedOn, telework.checkedBy, !telework.refusedOn && !paper],
    ['authorised', telework.authorisedOn, telework.authorisedBy, !telework.refusedOn && !paper],
    ['agreed', telework.agreedOn, telework.agreedBy, !telework.refusedOn],
    ['refused', telework.refusedOn, [telework.refusedBy, telework.refusalReason].filter(Boolean).join('. '), false],
    ['reviewed', telework.reviewedOn, telework.reviewNote, false],
    ['ended', telework.endedOn ?? (over ? telework.until : undefined), telework.endReason && t(`endReasons.${telework.endReason}`), false],
    ['copies', telework.copiesErasedOn, undefined, over],
    ['device', telework.deviceBackOn, undefined, over && telework.deviceId !== undefined],
  ];
  return (
    <section aria-labelledby="telework-way">
      <h2 id="telework-way">{t('life.title')}</h2>
      <ol className="telework-way">
        {steps.map(
          ([key, on, who, awaited]) =>
            (on || awaited) && (
              <li key={key} className={on ? undefined : 'waits'}>
                <span>{t(`life.${key}` as 'life.asked')}</span>
                <span>{on ? [date(on), who].filter(Boolean).join(', ') : t('life.waits')}</span>
              </li>
            ),
        )}
      </ol>
    </section>
  );
};

/** What this situation demands, with what the person said and what was seen. */
const Demands = ({ telework }: { telework: Telework }) => {
  const { t } = useTranslation('telework');
  const said = (telework.answers ?? {}) as Answers;
  const seen = (telework.checks ?? {}) as Checks;
  const lines = linesOf(telework);
  return (
    <section aria-labelledby="telework-demands">
      <h2 id="telework-demands">{t('demands.title')}</h2>
      {lines.length === 0 && <p>{t('demands.none')}</p>}
      {lines.length > 0 && (
        <table className="list telework-lines">
          <thead>
            <tr>
              <th scope="col">{t('demands.line')}</th>
              <th scope="col">{t('demands.said')}</th>
              <th scope="col">{t('demands.seen')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => {
              const [answer, check] = [said[line.id as LineId], seen[line.id as LineId]];
              return (
                <tr key={line.id}>
                  <th scope="row">
                    {t(`lines.${line.id as LineId}.rule`)}
                    {line.stops && <small>{t(line.stops === 'always' ? 'demands.stops' : 'demands.stopsBcss')}</small>}
                    <LineSource line={line} />
                  </th>
                  <td data-label={t('demands.said')} className={answer === 'no' ? 'late' : undefined}>
                    {answer && t(`answers.${answer}`)}
                  </td>
                  <td data-label={t('demands.seen')} className={check?.result === 'not' ? 'late' : undefined}>
                    {check && [t(`results.${check.result}`), check.note].filter(Boolean).join(', ')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
};

const Agreement = ({ telework }: { telework: Telework }) => {
  const { t } = useTranslation('telework');
  const { date } = useFormat();
  const centre = useCentre();
  return (
    <section aria-labelledby="telework-agreement">
      <h2 id="telework-agreement">{t('agreement.title')}</h2>
      {agreedOnPaper(telework) ? (
        <p>{t('agreement.paper')}</p>
      ) : telework.agreedOn && telework.contentHash ? (
        <p className="quiet small">
          {t('agreement.frozen', { date: date(telework.agreedOn) })} <Hash value={telework.contentHash} />
        </p>
      ) : (
        <p className="quiet small">{t('agreement.draft')}</p>
      )}
      {!agreedOnPaper(telework) && (
        <p className="buttons no-print">
          {(['pdf', 'docx'] as const).map((format) => (
            <a key={format} className="button" href={`${apiBase}/organizations/${centre.id}/teleworks/${telework.id}/agreement?format=${format}`} download>
              {t(`agreement.${format}`)}
              <span className="hidden-text">, {t('agreement.title')}</span>
            </a>
          ))}
        </p>
      )}
    </section>
  );
};

const Whole = ({ telework }: { telework: Telework }) => {
  const { t } = useTranslation('telework');
  const { date } = useFormat();
  const days = useDays();
  const centre = useCentre();
  const { situation, start, until } = telework;
  return (
    <>
      <Facts
        lines={[
          [t('fields.situation'), t(`situations.${situation}`)],
          [t('fields.deviceUsed'), telework.deviceName ?? telework.privateDevice],
          [t('fields.weekdays'), telework.weekdays.length > 0 && days(telework.weekdays)],
          [t('fields.bcss'), situation !== 'onSite' && t(telework.bcss ? 'document.yes' : 'document.no')],
          [t('fields.start'), start && date(start)],
          [t('fields.until'), until && date(until)],
          [t('fields.conditions'), telework.conditions],
          [t('fields.reason'), telework.reason],
          [t('fields.beganOn'), telework.beganOn && date(telework.beganOn)],
        ]}
      />
      <Steps telework={telework} />
      <Way telework={telework} />
      {situation !== 'onSite' && !telework.refusedOn && <Agreement telework={telework} />}
      <Demands telework={telework} />
      <History organizationId={centre.id} table="telework" recordId={telework.id} version={telework.version} />
    </>
  );
};

/** One telework: how, when, on what, where it stands, and the one thing that is next. */
export const TeleworkPage = () => {
  const { t } = useTranslation(['telework', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const { teleworkId: id = '' } = useParams({ strict: false }) as { teleworkId?: string };
  const query = useQuery(teleworkQuery(centre.id, id));
  const telework = query.data;
  const person = useQuery({ ...personQuery(centre.id, telework?.personId ?? ''), enabled: telework !== undefined && may('person.read') }).data;
  const state = telework && t(`states.${stateOf(telework, todayHere())}`);
  return (
    <Page
      title={person ? `${person.firstName} ${person.lastName}` : may('person.read') ? '…' : t('one')}
      lead={state && `${state.charAt(0).toUpperCase()}${state.slice(1)}.`}
      back={{ to: `/c/${centre.slug}/telework`, label: t('title') }}
    >
      {query.error && <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />}
      {query.isPending && <p role="status">{t('shell:loading')}</p>}
      {telework && <Whole key={`${telework.id}-${telework.version}`} telework={telework} />}
    </Page>
  );
};
