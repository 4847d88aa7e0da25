import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ApplicationStatus } from '#domain/applications';
import type { Actor } from '#domain/people';
import { type Box, openBox } from '#local/box';
import { checkApplication } from '#services/applications/check';
import { createApplication } from '#services/applications/create';
import { recommendApplication } from '#services/applications/recommend';
import { returnApplication } from '#services/applications/return';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import type { Context } from '#services/context';
import { extendDeadline } from '#services/cycles/extend';
import { keys } from '#store/keys';
import { definitions } from '#workflows';
import { applicant, drafter, fullForm, recommender, seedSeason } from '../support/season-fixture.ts';

let requests = 0;
let box: Box;
let folder: string;

const as = (actor: Actor): Context => {
  requests += 1;
  return { ...box.dependencies, actor, request: { id: `request-${requests}` } };
};

async function open(options: Partial<Parameters<typeof openBox>[0]> = {}): Promise<void> {
  folder ??= await mkdtemp(join(tmpdir(), 'workflows-'));
  box = await openBox({ dataDir: folder, port: 0, from: '2026-03-02', ...options });
}

afterEach(async () => {
  await box.close();
  await rm(folder, { recursive: true, force: true });
  folder = undefined as unknown as string;
});

/** What the workflows do comes a little later than the act that lets them. */
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const statusOf = async (applicationId: string): Promise<ApplicationStatus> =>
  (await box.dependencies.store.get(keys.application(applicationId))).status;

async function reaches(applicationId: string, status: ApplicationStatus): Promise<ApplicationStatus> {
  for (let attempt = 0; attempt < 100 && (await statusOf(applicationId)) !== status; attempt += 1) await pause(100);
  return statusOf(applicationId);
}

async function submitted(): Promise<string> {
  await seedSeason(box.dependencies);
  const { applicationId } = await createApplication(as(applicant), {
    cycleId: 'cycle-2026',
    organizationId: 'organization-a',
  });
  await saveForm(as(applicant), { applicationId, version: 1, form: fullForm });
  await submitApplication(as(applicant), { applicationId });
  return applicationId;
}

async function accepted(): Promise<string> {
  const applicationId = await submitted();
  await recommendApplication(as(recommender), { applicationId, verdict: 'recommend' });
  await checkApplication(as(drafter), { applicationId, verdict: 'accept' });
  return applicationId;
}

const waitsAt = async (gateId: string): Promise<boolean> =>
  (await box.dependencies.store.find(keys.gate(gateId)))?.token !== undefined;

async function isWaitedAt(gateId: string): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && !(await waitsAt(gateId)); attempt += 1) await pause(100);
  return waitsAt(gateId);
}

describe('the workflows are the system', () => {
  it('advances nothing while the engine stands still, and everything once it runs again', async () => {
    await open();
    box.engine.pause();
    const applicationId = await accepted();
    await pause(2_000);
    expect(await statusOf(applicationId)).toBe('accepted');
    box.engine.resume();
    expect(await reaches(applicationId, 'self-assessing')).toBe('self-assessing');
  });

  it('goes nowhere without the state that opens the self-assessment, and the office is told', async () => {
    const { BeginSelfAssessment: _, ...states } = definitions.application.States;
    const route = { ...states.RouteFormalCheck };
    const Choices = route.Choices.map((choice) =>
      choice.Next === 'BeginSelfAssessment' ? { ...choice, Next: 'PlanSelfAssessment' } : choice,
    );
    const repairs = states.RouteRepair.Choices.filter((choice) => choice.Next !== 'BeginSelfAssessment');
    const { RouteSelfAssessmentBegun: __, ...rest } = states;
    const application = {
      ...definitions.application,
      States: {
        ...rest,
        RouteFormalCheck: { ...route, Choices },
        RouteRepair: { ...states.RouteRepair, Choices: repairs },
      },
    };
    await open({ definitions: { ...definitions, application } });
    const applicationId = await accepted();
    expect(await isWaitedAt(`fault/application:${applicationId}/1`)).toBe(true);
    expect(await statusOf(applicationId)).toBe('accepted');
  });
});

describe('a deadline', () => {
  it('lapses by itself, and not before an extension that was granted while the workflow waited', async () => {
    await open();
    const applicationId = await submitted();
    await returnApplication(as(recommender), { applicationId, reason: '请补充成效数据' });
    expect(await isWaitedAt(`correction/${applicationId}/1`)).toBe(true);
    await extendDeadline(as(drafter), {
      cycleId: 'cycle-2026',
      stage: 'correction',
      scope: { kind: 'organization', organizationId: 'organization-a' },
      until: '2026-03-20T18:00:00+08:00',
      reason: '材料原件在外地',
    });
    await box.clock.advanceTo(Date.parse('2026-03-12T09:00:00+08:00'));
    await pause(1_500);
    expect(await statusOf(applicationId)).toBe('returned');
    await box.clock.advanceTo(Date.parse('2026-03-20T18:00:05+08:00'));
    expect(await reaches(applicationId, 'expired')).toBe('expired');
  });
});

describe('a restart', () => {
  it('finds every workflow where it was, and what was decided in between is delivered', async () => {
    await open();
    const applicationId = await submitted();
    expect(await isWaitedAt(`recommendation/${applicationId}/1`)).toBe(true);
    box.engine.pause();
    await recommendApplication(as(recommender), { applicationId, verdict: 'recommend' });
    await box.close();
    await open({});
    await checkApplication(as(drafter), { applicationId, verdict: 'accept' });
    expect(await reaches(applicationId, 'self-assessing')).toBe('self-assessing');
  });
});
