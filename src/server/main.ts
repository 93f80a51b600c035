import { serve } from './run.ts';

await serve();
