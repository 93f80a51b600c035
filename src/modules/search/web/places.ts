import { searchText } from '../../../kernel/search.ts';
import { addressOf, type Room } from '../../../web/room.ts';
import { type Centre, mayIn, type Me } from '../../../web/session.ts';

/** A page or an action that the search leads to; as a room of the navigation, and its words are `search:pages.<name>` or `search:actions.<name>`. */
export type Place = Omit<Room, 'group'>;

/** A line of the results: where it leads, and what tells it from the others. */
export type Line = { key: string; title: string; detail?: string | undefined; past?: boolean | undefined; address: string; hash?: string; words?: string; kept?: Kept };

/** What the device keeps of a line that was opened: ids and codes, no word of it. */
export type Kept = { group: string; id: string; organizationId?: string | undefined };

const most = 6;

/** Where places are looked for: the centre at hand, and the others after it unless the search keeps within it. */
export type Reach = { me: Me; here: Centre | undefined; within: Centre | undefined };

type Words = { place: (name: string) => string; centre: (centre: Centre) => string };

/** The places that hold all the words, in the centre at hand first and over all of them, then in the others. */
export const findPlaces = (group: string, places: readonly Place[], words: readonly string[], say: Words, { me, here, within }: Reach): Line[] => {
  const first = within ?? here;
  const others = within ? [] : me.organizations.filter((centre) => centre.id !== first?.id);
  const lines: Line[] = [];
  for (const centre of [first, ...(first ? [undefined] : []), ...others]) {
    for (const place of places) {
      if (lines.length >= most) return lines;
      const address = addressOf(place as Room, centre);
      if (address === undefined || (place.may && !mayIn(me, centre, place.may))) continue;
      const title = say.place(place.name);
      const name = centre && say.centre(centre);
      const text = searchText(title, name);
      if (!words.every((word) => text.includes(word))) continue;
      lines.push({
        key: `${group}/${place.name}/${centre?.id ?? ''}`,
        title,
        ...(centre && centre.id !== first?.id ? { detail: name } : {}),
        address,
        kept: { group, id: place.name, organizationId: centre?.id },
      });
    }
  }
  return lines;
};

/** The centres whose name, town or pool holds all the words. */
export const findCentres = (words: readonly string[], name: (centre: Centre) => string, me: Me): Line[] =>
  me.organizations
    .filter((centre) => {
      const text = searchText(name(centre), centre.municipality, centre.pool, centre.slug);
      return words.every((word) => text.includes(word));
    })
    .slice(0, most)
    .map((centre) => ({ key: `centres/${centre.id}`, title: name(centre), detail: centre.municipality, address: `/c/${centre.slug}`, kept: { group: 'centres', id: centre.id } }));
