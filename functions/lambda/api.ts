import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { dependencies, required } from './dependencies.ts';
import { apiHandler } from './handlers.ts';
import { type FrontRequest, throughFront } from './origin.ts';

const answer = apiHandler(dependencies('api'));

export const handler = throughFront(
  required('ORIGIN_SECRET'),
  (event: FrontRequest & LambdaEvent, context: LambdaContext) => answer(event, context),
);
