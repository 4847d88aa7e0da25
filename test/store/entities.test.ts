import { describe, expect, it } from 'vitest';
import type { Award } from '#domain/decisions';
import type { Gate } from '#domain/gates';
import type { Publicity } from '#domain/publicity';
import * as entities from '#store/entities';
import { lists, pending } from '#store/keys';
import type { StoredEvent } from '#store/records';

const named = Object.values(entities).filter((entity) => typeof entity !== 'function');

describe('entities', () => {
  it('have a name each', () => {
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
  });

  it('list a publicity from the day on which it is published', () => {
    const drafted = { publicityId: 'p' } as Publicity;
    expect(entities.publicities.indexes?.(drafted)).toEqual({});
    const published = { ...drafted, publishedAt: '2026-09-18T09:00:00.000+08:00' };
    expect(entities.publicities.indexes?.(published)).toEqual({
      lists: { pk: lists.publicities(), sk: '2026-09-18T09:00:00.000+08:00#p' },
    });
  });

  it('let only a valid award fall due for its re-review', () => {
    const award = { certificateNumber: 'c', cycleId: 'cycle', reReviewAt: '2029-10-01', status: 'valid' } as Award;
    const listed = { lists: { pk: lists.awards('cycle', 'c'), sk: 'c' } };
    const due = { pending: { pk: pending.reReview('c'), sk: '2029-10-01#c' } };
    expect(entities.awards.indexes?.(award)).toEqual({ ...listed, ...due });
    const others = ['under-re-review', 'rectifying', 'revoked'] as const;
    expect(others.map((status) => entities.awards.indexes?.({ ...award, status }))).toEqual([listed, listed, listed]);
  });

  it('keep a gate among the undelivered from its decision until its delivery', () => {
    const open: Gate = { gateId: 'review/a/1', kind: 'review', subjectId: 'a', token: 't', epoch: 1 };
    const decided = { ...open, outcome: { decision: 'completePanel' }, decidedAt: '2026-08-01' };
    expect(entities.gates.indexes?.(open)).toEqual({});
    expect(entities.gates.indexes?.(decided)).toEqual({
      pending: { pk: pending.delivery('review/a/1'), sk: '2026-08-01#GATE#review/a/1' },
    });
    expect(entities.gates.indexes?.({ ...decided, deliveredAt: '2026-08-02' })).toEqual({});
  });

  it('show the office its faults, open and closed', () => {
    const fault: Gate = { gateId: 'fault/a/1', kind: 'fault', subjectId: 'a', openedAt: '2026-08-01' };
    expect(entities.gates.indexes?.(fault)).toEqual({
      lists: { pk: lists.faults(), sk: 'open#2026-08-01#fault/a/1' },
    });
    expect(entities.gates.indexes?.({ ...fault, decidedAt: '2026-08-02' }).lists?.sk).toBe(
      'closed#2026-08-01#fault/a/1',
    );
  });

  it('keep an event among the undelivered while a workflow must still be started for it', () => {
    const event = { chainId: 'application/a', sequence: 2, at: '2026-03-02T09:00:00.000+08:00' } as StoredEvent;
    const listed = {
      lists: { pk: lists.audit('2026-03-02', 'application/a'), sk: '2026-03-02T09:00:00.000+08:00#application/a#2' },
    };
    expect(entities.auditEvents.indexes?.(event)).toEqual(listed);
    expect(entities.auditEvents.indexes?.({ ...event, pendingSince: event.at })).toEqual({
      ...listed,
      pending: {
        pk: pending.delivery('application/a'),
        sk: '2026-03-02T09:00:00.000+08:00#EVENT#application/a#2',
      },
    });
  });
});
