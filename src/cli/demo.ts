import { readArguments } from './usage.ts';
export const demo = async (args: string[]): Promise<void> => { readArguments(args, {}); };
