/** A browser's own name for itself (User-Agent) → “Firefox, Windows”, for telling one's sessions apart. Undefined when it says nothing known. */
const browsers: [string, RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /Safari\//],
];
const systems: [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
];

const firstOf = (names: [string, RegExp][], agent: string): string | undefined => names.find(([, sign]) => sign.test(agent))?.[0];

export const deviceName = (agent: string): string | undefined => [firstOf(browsers, agent), firstOf(systems, agent)].filter(Boolean).join(', ') || undefined;
