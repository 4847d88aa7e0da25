export const applicantRoutes = [] as const;
