/** Sealed ways in that were opened in a period, how many of their secrets were not changed by its end; and looks into what somebody absent keeps. */
export type EmergencyYear = { openings: number; unchanged: number; absent: number };
