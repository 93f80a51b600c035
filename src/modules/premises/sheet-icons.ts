import type { Danger, SheetIcon } from './sheet.ts';

/** Drawings of our own, 24 × 24, of lines as wide as the eye finds from two metres. */
const drawn: Record<SheetIcon | Danger | 'never', string> = {
  fire: '<path d="M12 2.5c.6 3.6 5.8 5.6 5.8 11.2A5.8 5.8 0 0 1 12 21.5a5.8 5.8 0 0 1-5.8-5.8c0-2.6 1.4-4.2 2.6-5.4.2 1.6.9 2.4 1.9 2.8C10 9.600 10.300 5.500 12 2.500z"/><path d="M12 21.300c-1.700 0-2.700-1.200-2.700-2.700 0-1.700 1.400-2.500 2.700-4.200 1.300 1.700 2.700 2.500 2.700 4.200 0 1.500-1 2.700-2.700 2.700z"/>',
  water:
    '<path d="M12 2.500c3 4.300 5.500 7 5.500 10.200a5.500 5.500 0 0 1-11 0C6.500 9.500 9 6.800 12 2.500z"/><path d="M2.500 21c1.600-1.300 3.200-1.300 4.750 0s3.200 1.300 4.750 0 3.200-1.300 4.750 0 3.200 1.300 4.750 0"/>',
  intrusion: '<path d="M4.500 21.500v-19h11v19"/><path d="M2.500 21.500h19"/><path d="M15.500 6.500l4-2M15.500 11h4.500M15.500 15.500l4 2"/><circle cx="12" cy="12.500" r=".9" fill="currentColor"/>',
  evacuation:
    '<path d="M21.500 21.500v-19h-8"/><circle cx="10.800" cy="5" r="1.700"/><path d="M4.500 11l3-2.700 3.600.7 1.700 3.300 2.900 1"/><path d="M10.800 9.500l-1.600 4.800 3.200 2.600.3 4.600M9 14.600l-1.500 3.400-4.500.6"/>',
  alarm: '<path d="M6 17.500V11a6 6 0 0 1 12 0v6.500"/><path d="M3.500 17.500h17"/><path d="M10 21h4M12 2.200v1.300M3.200 5.200l1.400 1.100M20.800 5.200l-1.400 1.100"/>',
  phone:
    '<path d="M6.800 3.200l3 4.300-1.700 2.300c1.200 2.700 3.400 4.900 6.100 6.100l2.300-1.700 4.300 3c-.4 2.300-1.900 3.600-3.900 3.600C10 20.800 3.200 14 3.200 7.100c0-2 1.300-3.500 3.600-3.900z"/>',
  extinguisher: '<rect x="7.500" y="9" width="8" height="12.500" rx="2"/><path d="M11.500 9V5.500M8.500 5.500h6.500l3-2M8.800 5.500C6 6 4.500 8 4.500 11"/><path d="M7.500 13.500h8"/>',
  door: '<path d="M5.500 21.500v-19h13v19M2.500 21.500h19"/><circle cx="15" cy="12.500" r="1" fill="currentColor"/>',
  tap: '<path d="M3 11.500h9a6 6 0 0 1 6 6v1h-4v-1a2 2 0 0 0-2-2H3z"/><path d="M9 11.500V7M5.500 5.500h7"/><path d="M16 21v1"/>',
  people:
    '<circle cx="8" cy="6.500" r="2.700"/><path d="M3 20.500v-4.300A4.500 4.500 0 0 1 7.500 11.700h1a4.500 4.500 0 0 1 4.500 4.500v4.300"/><circle cx="16.700" cy="8" r="2.200"/><path d="M16 12.500h1a4 4 0 0 1 4 4v4"/>',
  power: '<path d="M13.500 2.500L5.500 13.500h6l-1 8 8-11h-6z"/>',
  lift: '<path d="M4 8.500h16M4 8.500v13M20 8.500v13M4 15h16"/><path d="M12 6V1.800M9.800 3.800L12 1.600l2.200 2.200"/><rect x="8.500" y="11" width="7" height="4"/>',
  paper: '<path d="M5.500 2.500h9l4 4v15h-13z"/><path d="M14.500 2.500v4h4M8.500 11.500h7M8.500 15h7M8.500 18.500h4"/>',
  person: '<circle cx="10" cy="6.500" r="3"/><path d="M4 20.500v-3.800a5 5 0 0 1 5-5h2a5 5 0 0 1 5 5v3.800"/><path d="M18 5.200a2 2 0 1 1 2.400 2c-.5.200-.7.600-.7 1.100M19.700 10.800v.3"/>',
  away: '<path d="M3 12h12M10.500 6.500L16 12l-5.500 5.500"/><path d="M20 4v16"/>',
  lock: '<rect x="4.500" y="10.500" width="15" height="11" rx="1.500"/><path d="M8 10.500V7a4 4 0 0 1 8 0v3.500M12 14.500v3"/>',
  exit: '<path d="M13 2.500H4.500v19H13"/><path d="M9 12h12M17 7.500l4.500 4.500-4.500 4.500"/>',
  assembly:
    '<path d="M2.500 2.500l4 4M6.500 3v3.500H3M21.500 2.500l-4 4M17.500 3v3.500H21M2.500 21.500l4-4M6.500 21v-3.500H3M21.500 21.500l-4-4M17.500 21v-3.500H21"/><circle cx="12" cy="9" r="2"/><path d="M8.500 17v-1.500A3.500 3.500 0 0 1 12 12a3.500 3.500 0 0 1 3.500 3.500V17"/>',
  never: '<path d="M5 5l14 14M19 5L5 19"/>',
};

/** The colour of each danger: those of the signs that people know (red fire, blue water, green way out), dark enough for white letters. */
export const dangerColors: Record<Danger, string> = { fire: '#a3201b', water: '#0b4f8a', intrusion: '#6b4200', evacuation: '#0b6b3a' };

/** A drawing as SVG, in one colour. */
export const sheetIcon = (name: keyof typeof drawn, color: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="${color}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${drawn[name].replaceAll('currentColor', color)}</svg>`;
