import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../kernel/language.ts';
import { searchText } from '../../../kernel/search.ts';
import { api, unwrap } from '../../../web/api.ts';
import { useFormat } from '../../../web/format.ts';
import { readKept, writeKept } from '../../../web/kept.ts';
import { type Centre, useMe } from '../../../web/session.ts';
import { holdsNationalNumber } from '../search.ts';
import { findCentres, findPlaces, type Kept, type Line, type Place } from './places.ts';

const recentsKept = 8;
const fromServer = ['people', 'documents', 'legal'];

/** Lines under their heading; `note` says what the lines do not: that there are more, that they only resemble the words. */
export type Group = { name: string; total?: string | undefined; note?: string | undefined; lines: Line[] };

export const useSearch = ({ pages, actions, text, here, within }: { pages: Place[]; actions: Place[]; text: string; here: Centre | undefined; within: Centre | undefined }) => {
  const { t, i18n } = useTranslation(['search', 'shell']);
  const { name, number } = useFormat();
  const me = useMe();
  const language = i18n.language as Language;
  const [recents] = useState(() => readKept<Kept[]>(me.account.id, 'search')?.value ?? []);
  const [asked] = useDebouncedValue(text.trim(), 150);
  const refused = holdsNationalNumber(text);
  const words = searchText(text).split(' ').filter(Boolean);

  const found = useQuery({
    queryKey: ['search', asked, within?.id, language],
    queryFn: ({ signal }) => unwrap(api.POST('/search', { body: { text: asked.slice(0, 100), language, ...(within ? { organizationId: within.id } : {}) }, signal })),
    enabled: searchText(asked) !== '' && !holdsNationalNumber(asked),
    placeholderData: keepPreviousData,
    // Names found are not held longer than they are shown.
    gcTime: 0,
  });
  const wanted = recents.filter(({ group }) => fromServer.includes(group)) as never[];
  const recalled = useQuery({
    queryKey: ['search', 'recent', language],
    queryFn: ({ signal }) => unwrap(api.POST('/search', { body: { recent: wanted, language }, signal })),
    enabled: wanted.length > 0,
    gcTime: 0,
  });

  const centreOf = (id: string | undefined) => me.organizations.find((centre) => centre.id === id);
  const say = { place: (place: string) => t([`search:places.${place}`, `shell:rooms.${place}`]), centre: (centre: Centre) => name(centre.name) };
  const line = (group: string, hit: { id: string; title: string; page: string; organizationId?: string; detail?: string; past?: boolean }): Line => {
    const centre = centreOf(hit.organizationId);
    const [page = '', hash] = hit.page.split('#');
    const base = centre ?? here;
    const elsewhere = centre && centre.id !== within?.id && me.organizations.length > 1 ? name(centre.name) : undefined;
    return {
      key: `${group}/${hit.organizationId ?? ''}/${hit.id}`,
      title: hit.title,
      detail: [hit.detail, hit.past ? t(`past.${group}`) : undefined, elsewhere].filter(Boolean).join(' · '),
      past: hit.past,
      address: base ? `/c/${base.slug}/${page}` : `/${page}`,
      ...(hash ? { hash } : {}),
      kept: { group, id: hit.id, organizationId: hit.organizationId },
    };
  };
  const placed = (group: string, places: Place[], sought: readonly string[] = words) => findPlaces(group, places, sought, say, { me, here, within });

  const recentLines = (): Line[] => {
    const known = [
      ...(recalled.data?.recent ?? []).map((hit) => line(hit.group, hit)),
      ...placed('pages', pages, []),
      ...placed('actions', actions, []),
      ...findCentres([], (centre) => name(centre.name), me),
    ];
    return recents.flatMap((kept) => known.find((one) => one.kept?.group === kept.group && one.kept.id === kept.id && one.kept.organizationId === kept.organizationId) ?? []);
  };

  /** Where all of them are: the list of a centre, which gets the words by hand. */
  const lists = (total: number, items: number, centres: { organizationId: string; total: number }[]): Line[] => {
    if (total <= items) return [];
    return (within ? [{ organizationId: within.id, total }] : centres).flatMap(({ organizationId, total: there }) => {
      const centre = centreOf(organizationId);
      if (!centre) return [];
      return {
        key: `list/${organizationId}`,
        title: t(within ? 'seeAll' : 'seeAllIn', { count: there, total: number(there), centre: name(centre.name) }),
        address: `/c/${centre.slug}/people`,
        words: text.trim(),
      };
    });
  };

  const groups = (): Group[] => {
    if (words.length === 0)
      return [
        { name: 'recent', lines: recentLines() },
        { name: 'actions', lines: placed('actions', actions) },
      ];
    const given = (found.data?.groups ?? []).map(({ group, total, counted, near, tooShort, items, centres }) => ({
      name: group,
      total: total === 0 ? undefined : counted ? number(total) : t('moreThan', { total: number(total) }),
      note: tooShort ? t('tooShort') : near && items.length > 0 ? t('near') : undefined,
      lines: [...items.map((hit) => line(group, hit)), ...(group === 'people' && !near && counted ? lists(total, items.length, centres) : [])],
    }));
    const [legal, others] = [given.filter((group) => group.name === 'legal'), given.filter((group) => group.name !== 'legal')];
    return [
      ...others,
      { name: 'centres', lines: me.organizations.length > 1 ? findCentres(words, (centre) => name(centre.name), me) : [] },
      { name: 'pages', lines: placed('pages', pages) },
      { name: 'actions', lines: placed('actions', actions) },
      ...legal,
    ];
  };

  return {
    groups: refused ? [] : groups().filter((group) => group.lines.length > 0 || group.note),
    refused,
    /** Nothing has come yet for what is written. */
    waiting: !refused && words.length > 0 && (asked !== text.trim() || found.isFetching),
    error: found.error,
    keep: ({ kept }: Line) => {
      if (kept)
        writeKept(me.account.id, 'search', [kept, ...recents.filter((one) => one.group !== kept.group || one.id !== kept.id || one.organizationId !== kept.organizationId)].slice(0, recentsKept));
    },
  };
};
