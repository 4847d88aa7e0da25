export const resultsRoutes = [] as const;

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const resultsCycleRoutes = [] as const;

/** For everybody, signed in or not. */
export const resultsOpenRoutes = [] as const;
