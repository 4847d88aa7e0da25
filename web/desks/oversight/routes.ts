export const oversightRoutes = [] as const;
