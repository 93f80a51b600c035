import type { Life, TeleworkState } from './telework.ts';

/** Lives and where each stands on 24 November 2026: the cases that rule and SQL are both held to. */
export const lives: readonly [TeleworkState, Life][] = [
  ['asked', { situation: 'privateDevice' }],
  ['assessed', { situation: 'privateDevice', assessedOn: '2026-11-01' }],
  ['checked', { situation: 'privateDevice', assessedOn: '2026-11-01', checkedOn: '2026-11-02' }],
  ['authorised', { situation: 'privateDevice', assessedOn: '2026-11-01', checkedOn: '2026-11-02', authorisedOn: '2026-11-03' }],
  ['agreed', { situation: 'employerDevice', authorisedOn: '2026-11-03', agreedOn: '2026-11-04', start: '2026-11-25' }],
  ['inForce', { situation: 'employerDevice', authorisedOn: '2026-11-03', agreedOn: '2026-11-04', start: '2026-11-24', until: '2026-11-24' }],
  ['ended', { situation: 'employerDevice', authorisedOn: '2026-11-03', agreedOn: '2026-11-04', start: '2026-11-05', until: '2026-11-23' }],
  ['inForce', { situation: 'employerDevice', authorisedOn: '2026-11-03', agreedOn: '2026-11-04', start: '2026-11-05', endedOn: '2026-11-25' }],
  ['ended', { situation: 'employerDevice', authorisedOn: '2026-11-03', agreedOn: '2026-11-04', start: '2026-11-05', endedOn: '2026-11-24' }],
  ['refused', { situation: 'employerDevice', assessedOn: '2026-11-01', refusedOn: '2026-11-04' }],
  ['onSite', { situation: 'onSite' }],
  ['ended', { situation: 'onSite', endedOn: '2026-11-20' }],
];
