// What other rooms may ask of this one.
export { dossierParts } from './dossier-parts.ts';
export { happenings, normOrigins, obligations } from './assessment-duties-store.ts';
export { listRows } from './assessment-norm-store.ts';
export { openAssessment } from './assessment-service.ts';
export { recordAnswers } from './recorded.ts';
export { assessmentOfYear } from './recorded-store.ts';
export { listFrameworks, listMappings, readFramework, readMapping } from './framework-store.ts';
export { listAssessments, refreshSummary } from './assessment-store.ts';

export { lifeHappenings, lifeObligations } from './life-duties-store.ts';
export { acknowledge as acknowledgeAssessment, prepare as prepareAssessment, submit as submitAssessment, validate as validateAssessment } from './life-service.ts';
export { storeLibrary } from './store-library.ts';
export { readImport } from './import-file.ts';
export { type DescribedPlan, describePlan, keepImport, planImport } from './import.ts';
export { yearFigures } from './year-store.ts';
export { normFinder } from './framework-search.ts';
