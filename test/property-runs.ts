/**
 * How often a property test tries: some hundred times in `npm test`, as often as `PROPERTY_RUNS` says when fuzzing.
 *
 * @example
 * fc.assert(fc.property(fc.string(), (text) => …), propertyRuns)
 */
export const propertyRuns = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 200) } as const;
