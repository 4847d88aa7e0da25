import { dependencies } from './dependencies.ts';
import { tasksHandler } from './handlers.ts';

export const handler = tasksHandler(dependencies('tasks'));
