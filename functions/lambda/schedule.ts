import { dependencies } from './dependencies.ts';
import { scheduleHandler } from './handlers.ts';

export const handler = scheduleHandler(dependencies('schedule'));
