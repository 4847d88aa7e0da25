import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

/** A link that looks like a button: it leads somewhere, and can be opened in another tab. */
export const LinkButton = createLink(Button);
