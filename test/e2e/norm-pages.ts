/** Addresses of the pages of frameworks and assessments that need no record of their own, by their route. */
export const normLooks = (full: string, empty: string): Record<string, () => string[]> => ({
  '/settings/frameworks': () => ['/settings/frameworks'],
  '/c/$centre/norms': () => [`${full}/norms`, `${empty}/norms`],
  '/c/$centre/norms/frameworks': () => [`${full}/norms/frameworks`],
  '/c/$centre/norms/frameworks/$frameworkId': () => [`${full}/norms/frameworks/bcss-minimum`, `${full}/norms/frameworks/bcss-minimum?text=5.1`, `${full}/norms/frameworks/nowhere`],
  '/c/$centre/norms/frameworks/$frameworkId/changes': () => [`${full}/norms/frameworks/bcss-minimum/changes`],
  '/c/$centre/norms/frameworks/$frameworkId/mappings/$targetId': () => [`${full}/norms/frameworks/bcss-minimum/mappings/cyfun-2025-basic`],
  '/c/$centre/norms/new': () => [`${full}/norms/new`],
  '/c/$centre/norms/own': () => [`${full}/norms/own`],
});
