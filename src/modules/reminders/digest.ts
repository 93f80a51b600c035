/** One line of a digest: what an account must do. */
export type Duty = {
  organizationId: string | undefined;
  /** The centre's name in the reader's language; absent for a duty of the installation. */
  centre: string | undefined;
  rule: string;
  subject: string;
  title: string;
  reason: string | undefined;
  /** The civil day in Belgium on which it is due, and the instant (RFC 3339) where hours are counted. */
  day: string;
  at?: string | undefined;
  overdue: boolean;
  /** Where it is done, below the address of Beffroi. */
  path: string;
};

/** What a digest says that was not said before: a duty that is new in it, or has become overdue since. */
export const isNews = (duty: Duty, told: readonly { organizationId: string; rule: string; subject: string; overdue: boolean }[]): boolean =>
  !told.some((one) => one.organizationId === (duty.organizationId ?? one.organizationId) && one.rule === duty.rule && one.subject === duty.subject && one.overdue === duty.overdue);

/** Days that a digest looks ahead. */
export const aheadDays = 7;

type Say = (key: string, values?: Record<string, string>) => string;

/**
 * A digest in words: overdue first, then what comes, by centre where there are several. `say` gives the texts of this room; `date` writes a
 * civil date out. Undefined where nothing is due.
 */
export const digestText = (duties: readonly Duty[], context: { say: Say; date: (day: string) => string; url: string }): { subject: string; text: string } | undefined => {
  const { say, date, url } = context;
  if (duties.length === 0) return undefined;
  const late = duties.filter((duty) => duty.overdue);
  const soon = duties.filter((duty) => !duty.overdue);
  const count = (what: 'overdue' | 'soon', number: number): string => say(`mail.${what}${number === 1 ? 'One' : 'Many'}`, { count: String(number) });
  const counts = [...(late.length > 0 ? [count('overdue', late.length)] : []), ...(soon.length > 0 ? [count('soon', soon.length)] : [])].join(say('mail.and'));
  const several = new Set(duties.map(({ organizationId }) => organizationId)).size > 1;
  const line = (duty: Duty): string => `- ${date(duty.day)}${say('mail.colon')} ${duty.title}${duty.reason ? ` (${duty.reason})` : ''}`;
  const group = (title: string, lines: readonly Duty[]): string[] => {
    if (lines.length === 0) return [];
    const sorted = lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    if (!several) return [`${title}\n${sorted.map(line).join('\n')}`];
    const centres = [...new Set(sorted.map(({ centre }) => centre ?? ''))].toSorted((a, b) => a.localeCompare(b, 'fr'));
    const blocks = centres.map((centre) => [...(centre ? [centre] : []), ...sorted.filter((duty) => (duty.centre ?? '') === centre).map(line)].join('\n'));
    return [`${title}\n\n${blocks.join('\n\n')}`];
  };
  return {
    subject: say('mail.subject', { counts }),
    text: [say('mail.greeting'), ...group(say('mail.overdue'), late), ...group(say('mail.soon'), soon), `${say('mail.open')} ${url}/`, `${say('mail.change')} ${url}/account/reminders`]
      .join('\n\n')
      .concat('\n'),
  };
};
