import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailHandler } from '#lambda/handlers';
import { folderMailer } from '#local/mail';
import { startStream } from '#local/stream';
import { createApplication } from '#services/applications/create';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import { startPending } from '#services/delivery/start-pending';
import { people } from '#store/entities';
import { create } from '#store/writes';
import { applicant, fullForm, seedSeason } from '../support/season-fixture.ts';
import { openWorld, type World } from '../support/world.ts';

describe('mail from the stream', () => {
  let world: World;
  let dataDir: string;
  let streams: DynamoDBStreamsClient;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    dataDir = await mkdtemp(join(tmpdir(), 'post-'));
    const { client } = world.table;
    streams = new DynamoDBStreamsClient({
      endpoint: (await client.config.endpoint?.()) ?? '',
      region: 'local',
      credentials: await client.config.credentials(),
    });
  });
  afterAll(async () => {
    streams.destroy();
    await world.end();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function open(mailer: ReturnType<typeof folderMailer>) {
    const { Table } = await world.table.client.send(new DescribeTableCommand({ TableName: world.table.name }));
    return startStream({
      consumer: 'mail',
      client: streams,
      streamArn: Table?.LatestStreamArn ?? '',
      dataDir,
      handler: mailHandler(world, mailer),
    });
  }

  it('tells of an act once, though its event changes and the stream is read again from its beginning', async () => {
    const mailer = folderMailer(join(dataDir, 'mail'));
    const { personId, grants } = applicant as Extract<typeof applicant, { kind: 'person' }>;
    const consent = { textVersion: '1', at: world.clock.now() };
    await world.store.transact([
      create(people, { personId, name: '王梅', username: 'wangmei', consent, grants: [...grants] }),
    ]);
    const { applicationId } = await createApplication(world.as(applicant), {
      cycleId: 'cycle-2026',
      organizationId: 'organization-a',
    });
    await saveForm(world.as(applicant), { applicationId, version: 1, form: fullForm });
    await submitApplication(world.as(applicant), { applicationId });
    const chain = `application/${applicationId}`;
    const started = { ...world.as(applicant), executions: { ...world.executions, start: async () => undefined } };
    await startPending(started, chain, 2);

    const post = await open(mailer);
    await post.idle();
    await post.stop();
    const subjects = async () => (await mailer.list()).map(({ to, subject }) => [to, subject]);
    const once = [['wangmei', '【学创】申报书已提交 / Your application was received']];
    expect(await subjects()).toEqual(once);

    await rm(join(dataDir, 'streams'), { recursive: true });
    const again = await open(mailer);
    await again.idle();
    await again.stop();
    expect(await subjects()).toEqual(once);
  });
});
