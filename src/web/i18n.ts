/**
 * Texts in four languages. The shell's are in `src/web/locales/<language>.json`, a module's in `src/modules/<domain>/locales/<language>.json`;
 * each file is one namespace (`shell`, or the domain's folder name), fetched when a page first needs it, in one language only.
 *
 *   const { t } = useTranslation('people');          // the page's own texts
 *   t('list.title')  t('shell:save')  t('count', { count: 3 })
 *
 * The namespace `obligations` holds what every room says of what is due (`obligations.<language>.json`), by the name of the room; `happenings` what
 * it says of what happened, `agenda` of what can be put before the council, `facts` of what it knows that may prove a norm.
 */
import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages, type Language } from '../kernel/language.ts';

type Texts = { default: Record<string, unknown> };
const shellTexts = import.meta.glob<Texts>('./locales/{fr,nl,de,en}.json');
const moduleTexts = import.meta.glob<Texts>('../modules/*/locales/{fr,nl,de,en}.json');
/** A part of a room with texts of its own, in the namespace `frameworks`. */
const frameworkTexts = import.meta.glob<Texts>('../modules/norms/locales/frameworks.{fr,nl,de,en}.json');

/** What every room says on one subject, by the name of the room. */
const roomTexts: Record<string, Record<string, () => Promise<Texts>>> = {
  obligations: import.meta.glob<Texts>('../modules/*/locales/obligations.{fr,nl,de,en}.json'),
  happenings: import.meta.glob<Texts>('../modules/*/locales/happenings.{fr,nl,de,en}.json'),
  facts: import.meta.glob<Texts>('../modules/*/locales/facts.{fr,nl,de,en}.json'),
  agenda: import.meta.glob<Texts>('../modules/*/locales/agenda.{fr,nl,de,en}.json'),
};

const loadRooms = async (subject: Record<string, () => Promise<Texts>>, language: string): Promise<Texts> => {
  const files = Object.entries(subject).filter(([file]) => file.endsWith(`.${language}.json`));
  const rooms = await Promise.all(files.map(async ([file, load]) => [file.split('/')[2]!, (await load()).default] as const));
  return { default: Object.fromEntries(rooms) };
};

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language: string, namespace: string, done: ReadCallback) => {
    const ofRoom = namespace === 'shell' ? shellTexts[`./locales/${language}.json`] : moduleTexts[`../modules/${namespace}/locales/${language}.json`];
    const subject = roomTexts[namespace];
    const load = subject ? () => loadRooms(subject, language) : (ofRoom ?? (namespace === 'frameworks' ? frameworkTexts[`../modules/norms/locales/frameworks.${language}.json`] : undefined));
    if (!load) return done(new Error(`No texts for ${namespace} in ${language}`), false);
    load().then(
      (texts) => done(null, texts.default as never),
      (error: Error) => done(error, false),
    );
  },
};

const remembered = 'beffroi.language';
const isLanguage = (value: string | null | undefined): value is Language => languages.includes(value as Language);

/** The language to begin with: the one chosen in this browser, else the browser's first that we speak, else French. */
const firstLanguage = (): Language => {
  const chosen = localStorage.getItem(remembered);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fr';
};

/** Changes the language of the whole page, and remembers it in this browser. */
export const speak = async (language: Language): Promise<void> => {
  localStorage.setItem(remembered, language);
  await i18next.changeLanguage(language);
};

/** True when the person has chosen a language in this browser; the account's language then waits. */
export const languageChosen = (): boolean => isLanguage(localStorage.getItem(remembered));

export const startTexts = async (): Promise<void> => {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      supportedLngs: [...languages],
      fallbackLng: false,
      ns: ['shell'],
      defaultNS: 'shell',
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
};
