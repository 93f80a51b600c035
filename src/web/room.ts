/** What a room of the navigation is, and where it lies. */
import type { ComponentType, ReactNode } from 'react';
import type { Action } from '../kernel/permissions.ts';
import type { Centre } from './session.ts';

export const groups = ['today', 'securityFile', 'peopleAndAccess', 'registers', 'incidents', 'privacy', 'tools'] as const;
export type Group = (typeof groups)[number];

/** A room in the navigation. Its word is `shell:rooms.<name>`. */
export type Room = {
  name: string;
  group: Group;
  /** Its folder under /c/<centre>/, where it is about one centre. */
  inCentre?: string;
  /** Its address over all centres, where it has one. */
  overAll?: string;
  /** Its folder in `src/modules`, where it has another name: what is due there is counted by it. */
  folder?: string;
  /** What one must be allowed to do to see it; everybody sees it when left out. The server decides again at each call. */
  may?: Action;
  /** Shows it only while there is a reason, such as steps left to do. */
  gate?: ComponentType<{ centre: Centre | undefined; children: ReactNode }>;
};

/** The rooms whose folder in `src/modules` has another name than the navigation and the address. */
const elsewhere: Record<string, { name: string; path: string }> = {
  organizations: { name: 'profile', path: 'centre' },
  publications: { name: 'publications', path: 'documents/publications' },
  subjects: { name: 'dataSubjects', path: 'data-subjects' },
};

/** What the navigation calls the room of a folder of `src/modules`, and where that room begins in a centre. */
export const addressOfRoom = (folder: string): { name: string; path: string } => elsewhere[folder] ?? { name: folder, path: folder };

/** Where a room lies for a centre (or over all of them), or nothing where it does not exist there. */
export const addressOf = (room: Room, centre: Centre | undefined): string | undefined => (centre ? (room.inCentre === undefined ? undefined : `/c/${centre.slug}/${room.inCentre}`) : room.overAll);
