import { CfnOutput, Stack } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import type { DeployedFunction } from './functions.ts';
import { logGroup } from './logs.ts';
import { acknowledge } from './nag.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

/** Neither query nor token: a query may name a person. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTimeEpoch(),
    method: AccessLogField.contextHttpMethod(),
    path: AccessLogField.contextPath(),
    status: AccessLogField.contextStatus(),
    authorizerError: AccessLogField.contextAuthorizerError(),
    integrationLatency: AccessLogField.contextIntegrationLatency(),
    responseLength: AccessLogField.contextResponseLength(),
  }),
);

/** The API without its routes, which need the functions. */
export function declareApi(scope: Construct, { origin }: Settings) {
  const api = new HttpApi(scope, 'HttpApi', {
    apiName: Stack.of(scope).stackName,
    createDefaultStage: false,
    // An HTTP API takes no firewall: with a name of its own, CloudFront's is the only way in. Without, CloudFront
    // itself has to come by the default endpoint, and the secret that the api checks turns away everybody else.
    disableExecuteApiEndpoint: origin !== undefined,
  });
  const stage = new HttpStage(scope, 'Stage', {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit: 500, burstLimit: 1000 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup(scope, 'AccessLog')),
      format: accessLogFormat,
    },
  });
  if (!origin) {
    const { region, urlSuffix } = Stack.of(scope);
    return { api, stage, host: `${api.apiId}.execute-api.${region}.${urlSuffix}` };
  }
  const domainName = new DomainName(scope, 'OriginName', {
    domainName: origin.domainName,
    certificate: Certificate.fromCertificateArn(scope, 'OriginCertificate', origin.certificateArn),
  });
  new ApiMapping(scope, 'OriginMapping', { api, domainName, stage });
  new CfnOutput(scope, 'OriginTarget', { value: domainName.regionalDomainName });
  return { api, stage, host: origin.domainName };
}

/** All routes lead to one function; who needs a token is told here. */
export function addRoutes(api: HttpApi, target: DeployedFunction, { issuer, audience }: SignIn): void {
  const integration = new HttpLambdaIntegration('ApiIntegration', target);
  const signedIn = new HttpJwtAuthorizer('SignIn', issuer, { jwtAudience: [...audience] });
  const anybody = new HttpNoneAuthorizer();
  const add = (path: string, method: HttpMethod, authorizer: IHttpRouteAuthorizer) =>
    api.addRoutes({ path, methods: [method], integration, authorizer });
  add('/api/{proxy+}', HttpMethod.ANY, signedIn);
  const open = [
    ...add('/api/public/{proxy+}', HttpMethod.ANY, anybody),
    ...add('/api/openapi.json', HttpMethod.GET, anybody),
    ...add('/api/docs', HttpMethod.GET, anybody),
  ];
  for (const route of open) {
    acknowledge(
      route,
      'Notices, lists, objections of citizens and the description of the API are for everybody.',
      'APIG4',
    );
  }
}
