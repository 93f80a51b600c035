import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { useFormat } from '../../../web/format.ts';
import { History } from '../../../web/history.tsx';
import { Page } from '../../../web/page.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { type ActName, actsOf, AddCopies, Change, CopyAct, Give } from './copy-acts.tsx';
import { KeyForm } from './key-form.tsx';
import { Facts, Waiting } from './parts.tsx';
import { copiesQuery, type Copy, type Key, keyQuery, movesQuery, useRefreshPremises } from './queries.ts';

const CopyLine = ({ keyOf, copy }: { keyOf: Key; copy: Copy }) => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const [act, setAct] = useState<ActName>();
  const who = copy.personName && (may('person.read') ? <Link to={`/c/${centre.slug}/people/${copy.personId}`}>{copy.personName}</Link> : copy.personName);
  return (
    <li>
      <span>
        {copy.mark && <b>{copy.mark} </b>}
        {copy.state === 'kept' ? t('keys.keptAt', { place: copy.keptWhere ?? '' }) : who}{' '}
        <span className="quiet small">
          {copy.state !== 'held' && copy.state !== 'kept' && `${t(`copyStates.${copy.state}`)}, `}
          {t('entry.since', { date: shortDate(copy.since) })}
        </span>
        {copy.settledHow && <span className="quiet small"> · {[t(`settledHow.${copy.settledHow}`), copy.settledNote].filter(Boolean).join(' : ')}</span>}
        {copy.want && (
          <span className="late small">
            {' · '}
            {copy.state === 'lost' ? t(`keys.toChange.${keyOf.kind}`) : t(keyOf.kind === 'code' ? 'keys.knowsStill' : 'keys.holdsStill', { date: shortDate(copy.rightEndedOn ?? '') })}
          </span>
        )}
      </span>
      {may('premises.write') && !act && (
        <span className="buttons no-print">
          {actsOf(keyOf.kind, copy).map((name) => (
            <button key={name} type="button" className="button plain" onClick={() => setAct(name)}>
              {t(`keys.act.${name}`)}
              <span className="hidden-text"> {copy.mark ?? copy.personName}</span>
            </button>
          ))}
        </span>
      )}
      {act && (
        <div className="premises-act">
          <CopyAct keyOf={keyOf} copy={copy} act={act} onDone={() => setAct(undefined)} />
        </div>
      )}
    </li>
  );
};

const Copies = ({ keyOf }: { keyOf: Key }) => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const may = useMay()('premises.write') && keyOf.state === 'inUse';
  const query = useQuery(copiesQuery(centre.id, keyOf.id));
  const [adding, setAdding] = useState(false);
  const code = keyOf.kind === 'code';
  const copies = query.data?.items ?? [];
  const present = copies.filter(({ state }) => state !== 'gone');
  return (
    <section aria-labelledby="key-copies">
      <h2 id="key-copies">{t(code ? 'keys.knowers' : 'keys.copies')}</h2>
      <Waiting query={query} />
      {query.data && present.length === 0 && <p className="quiet">{t(code ? 'keys.nobodyKnows' : 'keys.noCopies')}</p>}
      <ul className="premises-lines">
        {present.map((copy) => (
          <CopyLine key={`${copy.id}-${copy.version}`} keyOf={keyOf} copy={copy} />
        ))}
      </ul>
      {may &&
        (adding ? (
          code ? (
            <Give keyOf={keyOf} onDone={() => setAdding(false)} />
          ) : (
            <AddCopies keyOf={keyOf} onDone={() => setAdding(false)} />
          )
        ) : (
          <p className="no-print">
            <button type="button" className="button" onClick={() => setAdding(true)}>
              {t(code ? 'keys.tell' : 'keys.addCopies')}
            </button>
          </p>
        ))}
    </section>
  );
};

const Moves = ({ keyOf }: { keyOf: Key }) => {
  const { t } = useTranslation('premises');
  const { shortDate } = useFormat();
  const items = useQuery(movesQuery(useCentre().id, keyOf.id)).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="key-moves">
      <h2 id="key-moves">{t('keys.moves')}</h2>
      <ul className="premises-lines">
        {items.map((move) => (
          <li key={move.id}>
            <span>
              <span className="quiet">{shortDate(move.movedOn)}</span> {[move.mark, t(`keys.moved.${move.what}` as 'keys.moved.given'), move.personName, move.note].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Whole = ({ keyOf }: { keyOf: Key }) => {
  const { t } = useTranslation(['premises', 'shell']);
  const { date } = useFormat();
  const centre = useCentre();
  const may = useMay();
  const navigate = useNavigate();
  const refresh = useRefreshPremises(centre.id);
  const [doing, setDoing] = useState<'edit' | 'change'>();
  const path = { organizationId: centre.id, id: keyOf.id };
  if (doing === 'edit') return <KeyForm of={keyOf} onDone={() => setDoing(undefined)} />;
  return (
    <div className="chapters">
      <section aria-label={t('keys.one')}>
        {keyOf.kind === 'code' && <p className="quiet measure">{t('keys.neverKept')}</p>}
        {keyOf.toChange > 0 && <p className="notice late">{t(`keys.toChange.${keyOf.kind}`)}</p>}
        <Facts
          lines={[
            [t('fields.kind'), t(`keyKinds.${keyOf.kind}`)],
            [t('fields.zones'), keyOf.zones],
            [t('fields.changedOn'), keyOf.changedOn && date(keyOf.changedOn)],
            [t('keys.right'), may('resource.read') && <Link to={`/c/${centre.slug}/resources/${keyOf.resourceId}`}>{t('keys.rightOf', { name: keyOf.name })}</Link>],
            [t('fields.retiredOn'), keyOf.retiredOn && date(keyOf.retiredOn)],
            [t('fields.note'), keyOf.note],
          ]}
        />
        {doing === 'change' ? (
          <Change keyOf={keyOf} onDone={() => setDoing(undefined)} />
        ) : (
          keyOf.can['update'] && (
            <p className="buttons no-print">
              <button type="button" className={keyOf.toChange > 0 ? 'button primary' : 'button'} onClick={() => setDoing('change')}>
                {t(`keys.change.${keyOf.kind}`)}
              </button>
              <button type="button" className="button" onClick={() => setDoing('edit')}>
                {t('shell:edit')}
              </button>
              <AskToDelete
                label={t('keys.delete')}
                text={t('keys.deleteText')}
                plain
                remove={() => unwrap(api.DELETE('/organizations/{organizationId}/premisesKeys/{id}', { params: { path }, headers: ifMatch(keyOf.version) }))}
                onDeleted={() => {
                  void refresh();
                  void navigate({ to: `/c/${centre.slug}/premises/keys` });
                }}
              />
            </p>
          )
        )}
      </section>
      <Copies keyOf={keyOf} />
      <Moves keyOf={keyOf} />
      <History organizationId={centre.id} table="premises_key" recordId={keyOf.id} version={keyOf.version} />
    </div>
  );
};

export const NewKeyPage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  return (
    <Page title={t('keys.add')} lead={t('keys.addLead')} back={{ to: `/c/${centre.slug}/premises/keys`, label: t('tabs.keys') }}>
      <KeyForm />
    </Page>
  );
};

/** One key, badge or code: where each copy is, and what happened to it. */
export const KeyPage = () => {
  const { t } = useTranslation('premises');
  const centre = useCentre();
  const { keyId: id = '' } = useParams({ strict: false }) as { keyId?: string };
  const query = useQuery(keyQuery(centre.id, id));
  return (
    <Page title={query.data?.name ?? t('keys.one')} back={{ to: `/c/${centre.slug}/premises/keys`, label: t('tabs.keys') }}>
      <Waiting query={query} />
      {query.data && <Whole key={query.data.id} keyOf={query.data} />}
    </Page>
  );
};
