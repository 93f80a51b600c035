import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Duty } from '../digest.ts';

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const hour = 3_600_000;

/**
 * What is due, as a calendar (RFC 5545): a day each, or the last hour before an instant where hours are counted. An event keeps its UID as
 * long as the duty lasts, so that a program moves it instead of adding another. No name of a person stands in it (Obligation.title).
 */
export const calendarText = (duties: readonly Duty[], context: { name: string; url: string; now: Date; overdue: string }): string => {
  const { name, url, now, overdue } = context;
  const host = new URL(url).hostname;
  const calendar = ical({ name, prodId: { company: 'Beffroi', product: 'Beffroi', language: 'EN' }, method: ICalCalendarMethod.PUBLISH, ttl: 6 * 3600 });
  for (const duty of duties) {
    const end = duty.at === undefined ? undefined : new Date(duty.at);
    calendar.createEvent({
      id: `${createHash('sha256')
        .update(JSON.stringify([duty.organizationId ?? '', duty.rule, duty.subject]))
        .digest('hex')
        .slice(0, 32)}@${host}`,
      stamp: now,
      ...(end ? { start: new Date(end.getTime() - hour), end } : { start: new Date(`${duty.day}T00:00:00Z`), end: new Date(`${dayAfter(duty.day)}T00:00:00Z`), allDay: true, timezone: 'UTC' }),
      summary: `${duty.overdue ? `${overdue} ` : ''}${duty.title}${duty.centre ? ` · ${duty.centre}` : ''}`,
      description: [duty.reason, `${url}${duty.path}`].filter(Boolean).join('\n'),
      url: `${url}${duty.path}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
};
