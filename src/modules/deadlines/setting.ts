import { z } from 'zod';

/** What a centre sets of a rule: a length in the unit of the rule, and why where it is looser. */
export const RuleSetting = z.strictObject({ amount: z.int().min(0).max(10_000), reason: z.string().trim().min(3).max(500).optional() }).meta({ id: 'RuleSettingData', example: { amount: 60 } });
