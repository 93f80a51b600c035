/** Rights given and ended in a period, and how many were held on its last day, by how many people. */
export type AccessYear = { given: number; ended: number; held: number; holders: number };
