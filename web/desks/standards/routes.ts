export const standardsRoutes = [] as const;
