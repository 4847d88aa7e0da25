import { useEffect, useState } from 'react';
import { deployment } from '#web/api/session.ts';

const unknown = { register: false, demo: false };

/** What the deployment is; until it is known, nothing that not every one has. */
export function useDeployment() {
  const [is, setIs] = useState(unknown);
  useEffect(() => {
    deployment().then(setIs, () => setIs(unknown));
  }, []);
  return is;
}
