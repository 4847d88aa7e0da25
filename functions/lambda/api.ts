import { dependencies } from './dependencies.ts';
import { apiHandler } from './handlers.ts';

export const handler = apiHandler(dependencies('api'));
