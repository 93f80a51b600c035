/** Undertakings signed in a period; and on its last day, whom one binds and how many of them had none. */
export type DeclarationsYear = { signed: number; bound: number; missing: number };
