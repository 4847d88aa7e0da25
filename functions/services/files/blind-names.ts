import type { Application } from '#domain/applications';
import type { EvidenceFile } from '#domain/evidence';
import { maySee } from '#domain/policies';
import { keys } from '#store/keys';
import { assignedTo } from '../applications/assigned.ts';
import type { Context } from '../context.ts';
import { blindFile, blindingOf, blindNamesOf } from '../reviews/blind.ts';

const MASK = '×××';

/** Names the files of an application for the one who asks: whoever sees them only as a blind reviewer sees numbers. */
export async function namingFor(ctx: Context, application: Application): Promise<(file: EvidenceFile) => EvidenceFile> {
  if (maySee(ctx.actor, application)) return (file) => file;
  const [assignment, cycle] = await Promise.all([
    assignedTo(ctx, application.applicationId),
    ctx.store.get(keys.cycle(application.cycleId)),
  ]);
  if (!assignment || !(await blindingOf(ctx, application, cycle))) return (file) => file;
  const names = await blindNamesOf(ctx, application.applicationId);
  return (file) => (file.purpose === 'evidence' ? { ...blindFile(file, names), uploadedBy: MASK } : file);
}

/** The same for one file, of whatever it may be. */
export async function namedForViewer(ctx: Context, file: EvidenceFile): Promise<EvidenceFile> {
  if (!file.ownerId.startsWith('application/')) return file;
  const application = await ctx.store.get(keys.application(file.ownerId.slice('application/'.length)));
  return (await namingFor(ctx, application))(file);
}
