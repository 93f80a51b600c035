import { readArguments } from './usage.ts';
export const dossier = async (args: string[]): Promise<void> => { readArguments(args, {}); };
