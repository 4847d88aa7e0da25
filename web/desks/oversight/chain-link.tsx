import { Link } from '@tanstack/react-router';
import { useTell } from '#web/messages/language.tsx';
import { partsOf } from './events.ts';

/** A chain of the audit by its subject's name, leading to where it is verified. */
export function ChainLink({ chainId }: { readonly chainId: string }) {
  const tell = useTell();
  const { kind, name } = partsOf(chainId);
  return (
    <Link to="/audit/$" params={{ _splat: chainId }} className="figures">
      {kind ? tell(kind) : ''} {name}
    </Link>
  );
}
