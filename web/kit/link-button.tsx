import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';

/** The router takes `type` for the anchor's own, so that the one primary link of a view says it otherwise. */
function LinkedButton({ primary = false, ...props }: ButtonProps & { readonly primary?: boolean }) {
  return <Button {...props} type={primary ? 'primary' : 'default'} />;
}

/** A link that looks like a button: it leads somewhere, and can be opened in another tab. */
export const LinkButton = createLink(LinkedButton);
