import { App } from 'aws-cdk-lib';
import { deployment } from './deployment.ts';

// `cdk.json` builds the pages first.
deployment(new App(), 'web/dist/cloud');
