/** Who may stand behind an act. Of the office only the holders of the duty; `self` is whom the record is about. */
export type Doer =
  | 'applicant'
  | 'recommender'
  | 'reviewer'
  | 'visitor'
  | 'administer'
  | 'draft'
  | 'check'
  | 'approve'
  | 'committee'
  | 'self'
  | 'public'
  | 'system';

/** Every act that the audit of a season may hold, and whose it is (domain.md §2). An act that is not here is a problem. */
export const doersOf: Readonly<Record<string, readonly Doer[]>> = {
  'person.enrolled': ['self'],
  'person.roles-set': ['administer', 'system'],
  'areas.saved': ['administer'],
  'categories.saved': ['administer'],
  'standards.installed': ['administer'],
  'holidays.imported': ['administer'],
  'register.imported': ['administer'],
  'reviewer.added': ['check'],

  'organization.registered': ['applicant'],
  'organization.confirmed': ['recommender'],
  'organization.title-entered': ['check'],

  'cycle.created': ['administer'],
  'cycle.announced': ['administer'],
  'cycle.applications-opened': ['system'],
  'cycle.applications-closed': ['system'],
  'cycle.review-started': ['administer'],
  'cycle.round-closed': ['check'],
  'cycle.concluded': ['system'],
  'panels.drawn': ['system'],
  'result.frozen': ['system'],
  // Nothing but a vote computes a result anew in the season.
  'result.superseded': ['committee'],

  'application.created': ['applicant'],
  'application.submitted': ['applicant'],
  'application.resubmitted': ['applicant'],
  'application.withdrawn': ['applicant'],
  'application.recommended': ['recommender'],
  'application.declined': ['recommender'],
  'application.accepted': ['check'],
  'application.rejected': ['check'],
  'application.expired': ['system'],
  'assessment.begun': ['system'],
  'assessment.submitted': ['applicant'],
  'assessment.supplemented': ['applicant'],
  'assessment.returned': ['check'],

  'application.panel-assigned': ['system'],
  'application.review-ended': ['system'],
  'assignment.accepted': ['reviewer'],
  'assignment.recused': ['reviewer'],
  'assignment.submitted': ['reviewer'],
  'assignment.reassigned': ['system'],
  'component.recorded': ['check'],
  'component.confirmed': ['visitor'],
  'adjustment.added': ['check'],
  'veto.entered': ['check'],

  'list.drafted': ['draft'],
  'list.checked': ['check'],
  'application.shortlisted': ['system'],
  'application.passed-over': ['system'],
  'publicity.drafted': ['draft'],
  'publicity.checked': ['check'],
  'publicity.opened': ['system'],
  'publicity.expired': ['system'],
  'publicity.concluded': ['system'],
  'application.publicized': ['system'],
  'application.cleared': ['system'],
  'application.removed': ['system', 'check'],

  'objection.admitted': ['check'],
  'objection.investigated': ['check'],
  'objection.determined': ['check'],
  'objection.answered': ['check'],
  'objection.archived': ['check'],

  'decision.drafted': ['draft'],
  'decision.check': ['check'],
  'decision.approve': ['approve'],
  'decision.signed': ['committee'],
  'application.named': ['system'],

  'job.started': ['draft'],
  'job.done': ['system'],
  'dossier.made': ['system'],
  'dossier.published': ['approve'],

  'gate.expired': ['system'],
  'gate.reminded': ['system'],
};
