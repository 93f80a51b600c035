import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { callTasks, type LibraryStep, stepPhases, stepScenarios } from '../disaster.ts';

/** The languages that the library of steps is written in: those of the pages. */
export const stepLanguages = ['fr', 'nl', 'de', 'en'] as const;
export type StepLanguage = (typeof stepLanguages)[number];

const Texts = z.strictObject({ fr: z.string().min(1), nl: z.string().min(1), de: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][A-Za-z0-9]{0,60}$/);
const Step = z.strictObject({ id, scenario: z.enum(stepScenarios), phase: z.enum(stepPhases), who: z.enum(callTasks), text: Texts });
const Service = z.strictObject({ id, hours: z.int().min(1), name: Texts, what: Texts, means: Texts });

const read = (file: string): unknown => parse(readFileSync(new URL(`../../../../library/continuity/${file}.yaml`, import.meta.url), 'utf8'));
const once = <T>(load: () => T): (() => T) => {
  let loaded: T | undefined;
  return () => (loaded ??= load());
};
const steps = once(() => z.strictObject({ steps: z.array(Step) }).parse(read('steps')).steps);
const services = once(() => z.strictObject({ services: z.array(Service) }).parse(read('services')).services);

/** The steps of the plan to start from (library/continuity/steps.yaml), in one language. */
export const librarySteps = (language: StepLanguage): LibraryStep[] => steps().map(({ id: key, scenario, phase, who, text }) => ({ key, scenario, phase, task: who, text: text[language] }));

/** What must not stop, to start from (library/continuity/services.yaml), in one language. */
export const libraryServices = (language: StepLanguage): { name: string; withinHours: number; what: string; means: string }[] =>
  services().map(({ hours, name, what, means }) => ({ name: name[language], withinHours: hours, what: what[language], means: means[language] }));
