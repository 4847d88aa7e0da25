import { AwardError } from '#domain/errors';
import type { Entity, Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';

/** The next version of a document of the settings; one that was never saved has version 0. */
export const nextVersion = <T extends object>(entity: Entity<T>, document: Versioned<T>): Write =>
  document.version === 0 ? create(entity, document, () => new AwardError('StaleVersion')) : save(entity, document);
