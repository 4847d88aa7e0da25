export const assignmentRoutes = [] as const;

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const assignmentCycleRoutes = [] as const;
