export const officeRoutes = [] as const;

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const officeCycleRoutes = [] as const;
