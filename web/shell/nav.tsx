import {
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  CarOutlined,
  DatabaseOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  HomeOutlined,
  IdcardOutlined,
  LikeOutlined,
  MessageOutlined,
  NotificationOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  TeamOutlined,
  ToolOutlined,
  UnorderedListOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Actor, hasDuty, holds } from '#domain/people';
import { oversees } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { shell } from '#web/messages/shell.ts';
import { ownGroup } from './own-group.ts';

type Entry = {
  readonly to: string;
  readonly label: Said;
  readonly icon: ReactNode;
  readonly may: (actor: Actor) => boolean;
};
type Group = { readonly label: Said | ((actor: Actor) => Said); readonly entries: readonly Entry[] };

const isOffice = (actor: Actor): boolean => holds(actor, 'office');
const watches = (actor: Actor): boolean => isOffice(actor) || holds(actor, 'supervisor');
const seesPeople = (actor: Actor): boolean => hasDuty(actor, 'administer') || holds(actor, 'supervisor');
const isReviewer = (actor: Actor): boolean => holds(actor, 'reviewer');
/** Whoever holds no office may speak for a unit, or register one. */
const mayApply = (actor: Actor): boolean =>
  holds(actor, 'applicant') || (actor.kind === 'person' && actor.grants.length === 0);

const groups: readonly Group[] = [
  {
    label: shell.dueGroup,
    entries: [
      { to: '/home', label: shell.home, icon: <HomeOutlined />, may: () => true },
      { to: '/applications', label: shell.applications, icon: <FileTextOutlined />, may: mayApply },
      { to: '/units', label: shell.units, icon: <BankOutlined />, may: mayApply },
      {
        to: '/recommendations',
        label: shell.recommendations,
        icon: <LikeOutlined />,
        may: (actor) => holds(actor, 'recommender'),
      },
      { to: '/reviews', label: shell.reviews, icon: <SolutionOutlined />, may: isReviewer },
      { to: '/visits', label: shell.visits, icon: <CarOutlined />, may: isReviewer },
      { to: '/expert', label: shell.expert, icon: <IdcardOutlined />, may: isReviewer },
    ],
  },
  {
    label: ownGroup,
    entries: [
      { to: '/cycles', label: shell.cycles, icon: <UnorderedListOutlined />, may: oversees },
      {
        to: '/organizations',
        label: shell.organizations,
        icon: <BankOutlined />,
        may: (actor) => isOffice(actor) || holds(actor, 'recommender'),
      },
      {
        to: '/standards',
        label: shell.standards,
        icon: <BookOutlined />,
        may: (actor) => oversees(actor) || isReviewer(actor) || holds(actor, 'recommender'),
      },
      { to: '/experts', label: shell.experts, icon: <TeamOutlined />, may: oversees },
      { to: '/register', label: shell.register, icon: <DatabaseOutlined />, may: oversees },
    ],
  },
  {
    label: shell.settingsGroup,
    entries: [
      { to: '/people', label: shell.people, icon: <UserOutlined />, may: seesPeople },
      { to: '/reference', label: shell.reference, icon: <CalendarOutlined />, may: oversees },
      { to: '/faults', label: shell.faults, icon: <ToolOutlined />, may: watches },
      {
        to: '/audit',
        label: shell.audit,
        icon: <AuditOutlined />,
        may: watches,
      },
    ],
  },
  {
    label: shell.publicGroup,
    entries: [
      { to: '/notices', label: shell.notices, icon: <NotificationOutlined />, may: () => true },
      {
        to: '/my-objections',
        label: shell.myObjections,
        icon: <MessageOutlined />,
        may: (actor) => actor.kind === 'person' && !oversees(actor),
      },
      { to: '/certificates', label: shell.certificates, icon: <SafetyCertificateOutlined />, may: () => true },
      { to: '/published-dossiers', label: shell.publishedDossiers, icon: <FileDoneOutlined />, may: () => true },
    ],
  },
];

/** The places that somebody has a use for. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const actor = useActor();
  const tell = useTell();
  return groups
    .map(({ label, entries }) => ({
      label: typeof label === 'function' ? label(actor) : label,
      entries: entries.filter(({ may }) => may(actor)),
    }))
    .filter(({ entries }) => entries.length > 0)
    .map(({ label, entries }) => (
      <div key={tell(label)}>
        <h2>{tell(label)}</h2>
        <ul>
          {entries.map(({ to, label: name, icon }) => (
            <li key={to}>
              <Link to={to} activeProps={{ 'aria-current': 'page' }} {...(onGo && { onClick: onGo })}>
                <span aria-hidden>{icon}</span>
                {tell(name)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    ));
}
