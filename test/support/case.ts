import { createHash } from 'node:crypto';
import type { EvidenceFile } from '#domain/evidence';
import { exampleStandards } from '#domain/example-standards/index';
import type { Actor } from '#domain/people';
import { leavesOf } from '#domain/standards';
import { checkApplication } from '#services/applications/check';
import { createApplication } from '#services/applications/create';
import { recommendApplication } from '#services/applications/recommend';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import { beginAssessment } from '#services/assessments/begin';
import { saveAssessment } from '#services/assessments/save';
import { submitAssessment } from '#services/assessments/submit';
import { announceFile } from '#services/files/announce';
import { confirmFile } from '#services/files/confirm';
import { keys } from '#store/keys';
import { applicant, checker, fullForm, recommender } from './season-fixture.ts';
import { system, type World } from './world.ts';

export const cycleId = 'cycle-2026';

export const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
export const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]);

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a browser sends to the bucket with the form that it was given. */
export async function upload(form: { url: string; fields: Readonly<Record<string, string>> }, bytes: Uint8Array) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', new Blob([Uint8Array.from(bytes)]));
  return fetch(form.url, { method: 'POST', body });
}

const aPdf = (applicationId: string, pointId?: string) => ({
  purpose: 'evidence' as const,
  subjectId: applicationId,
  ...(pointId !== undefined && { pointId }),
  fileName: '佐证.pdf',
  contentType: 'application/pdf' as const,
  size: pdf.length,
  sha256: sha256Of(pdf),
});

/** Evidence all the way: announced, uploaded, confirmed. */
export async function attach(world: World, who: Actor, applicationId: string, pointId?: string): Promise<EvidenceFile> {
  const { file, upload: form } = await announceFile(world.as(who), aPdf(applicationId, pointId));
  await upload(form, pdf);
  return confirmFile(world.as(who), { fileId: file.fileId });
}

export async function submitted(world: World, who = applicant, organizationId = 'organization-a'): Promise<string> {
  const { applicationId } = await createApplication(world.as(who), { cycleId, organizationId });
  await saveForm(world.as(who), { applicationId, version: 1, form: fullForm });
  await submitApplication(world.as(who), { applicationId });
  return applicationId;
}

export async function accepted(world: World, who = applicant, organizationId = 'organization-a'): Promise<string> {
  const applicationId = await submitted(world, who, organizationId);
  await recommendApplication(world.as(recommender), { applicationId, verdict: 'recommend' });
  await checkApplication(world.as(checker), { applicationId, verdict: 'accept' });
  return applicationId;
}

export async function assessing(world: World, who = applicant, organizationId = 'organization-a'): Promise<string> {
  const applicationId = await accepted(world, who, organizationId);
  await beginAssessment(world.as(system), { applicationId });
  return applicationId;
}

const enterprise = exampleStandards.find((standard) => standard.categoryId === 'enterprise');
if (!enterprise) throw new Error('the example standard for enterprises is gone');

export const enterprisePoints = leavesOf(enterprise);

export const fullReport = {
  organization: '组织情况',
  practices: '主要做法',
  results: '成效',
  features: '特色',
  shortcomings: '不足与整改',
};

/** Every point with its full marks and a justification. */
export const fullPoints = () =>
  Object.fromEntries(
    enterprisePoints.map((point) => [point.pointId, { score: point.fullMarks / 100, justification: '说明' }]),
  );

export async function assessed(world: World, who = applicant, organizationId = 'organization-a'): Promise<string> {
  const applicationId = await assessing(world, who, organizationId);
  const { version } = await world.store.get(keys.assessment(applicationId));
  await saveAssessment(world.as(who), { applicationId, version, points: fullPoints(), report: fullReport });
  for (const point of enterprisePoints.filter((each) => each.evidenceRequired)) {
    await attach(world, who, applicationId, point.pointId);
  }
  await submitAssessment(world.as(who), { applicationId });
  return applicationId;
}
