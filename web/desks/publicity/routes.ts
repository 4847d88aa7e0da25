export const publicityRoutes = [] as const;

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const publicityCycleRoutes = [] as const;

/** For everybody, signed in or not. */
export const publicityOpenRoutes = [] as const;
