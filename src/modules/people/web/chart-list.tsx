import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCentre, useMay } from '../../../web/session.ts';
import type { ChartFacts, ChartPerson, ChartService, ChartWords } from '../chart/chart.ts';
import { type Node, treesOf } from '../chart/tree.ts';

type Props = { chart: ChartFacts; words: ChartWords };

const People = ({ people, words }: { people: readonly ChartPerson[]; words: ChartWords }) => {
  const { slug } = useCentre();
  const may = useMay();
  return (
    <ul className="unit-people">
      {people.map(({ personId, name, function: work, head, mandates }) => (
        <li key={personId}>
          {may('person.read') ? <Link to={`/c/${slug}/people/${personId}`}>{name}</Link> : name}
          <span className="quiet">{[...(head ? [words.head] : []), ...(work ? [work] : [])].map((part) => `, ${part}`)}</span>
          {mandates.map((kind) => (
            <span key={kind} className="unit-mandate">
              {words.mandates[kind]}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
};

const Branch = ({ nodes, words, top }: { nodes: Node<ChartService>[]; words: ChartWords; top?: boolean }) => {
  const { t } = useTranslation('people');
  const { slug } = useCentre();
  return (
    <ul className={top ? 'chart' : undefined}>
      {nodes.map(({ service, below }) => (
        <li key={service.id}>
          <div className={service.seesPersonalData ? 'unit sees' : 'unit'}>
            <Link to={`/c/${slug}/people/services/${service.id}`}>{service.name}</Link>
            <span className="small sight">{service.seesPersonalData ? words.sees : words.seesNot}</span>
            {service.headName && <span className="small">{words.headIs.replace('{name}', service.headName)}</span>}
            {service.headless && <span className="small missing">{words.noHead}</span>}
            {service.people.length > 0 ? <People people={service.people} words={words} /> : <span className="quiet small">{t('chart.people', { count: service.count })}</span>}
          </div>
          {below.length > 0 && <Branch nodes={below} words={words} />}
        </li>
      ))}
    </ul>
  );
};

/** The chart as a list in a list: the same services and people as the picture, for a phone and for whoever reads by ear. */
export const ChartList = ({ chart, words }: Props) => (
  <>
    <Branch nodes={treesOf(chart.services)} words={words} top />
    {chart.others.length > 0 && (
      <div className="unit others">
        <b>{words.others}</b>
        <People people={chart.others} words={words} />
      </div>
    )}
  </>
);
