import { dependencies } from './dependencies.ts';
import { relayHandler } from './handlers.ts';

export const handler = relayHandler(dependencies('relay'));
