export const recommenderRoutes = [] as const;

/** Under the tabs of a cycle: `/cycles/$cycleId/…`. */
export const recommenderCycleRoutes = [] as const;
