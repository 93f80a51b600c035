/**
 * A text of the help, drawn: the one place that knows the Markdown parser. Its tokens become elements one by one, so that
 * nothing is ever taken for HTML; what is not listed here is drawn as the letters it is made of.
 */
import { Link } from '@tanstack/react-router';
import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, type ReactNode } from 'react';

const inner = (token: { tokens?: Token[] | undefined }): ReactNode => token.tokens?.map((child, index) => <Fragment key={index}>{drawn(child)}</Fragment>);

const drawn = (token: Token): ReactNode => {
  switch (token.type) {
    case 'heading':
      return <h3>{inner(token as Tokens.Heading)}</h3>;
    case 'paragraph':
      return <p>{inner(token as Tokens.Paragraph)}</p>;
    case 'list': {
      const list = token as Tokens.List;
      const items = list.items.map((item, index) => <li key={index}>{inner(item)}</li>);
      return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'strong':
      return <strong>{inner(token as Tokens.Strong)}</strong>;
    case 'em':
      return <em>{inner(token as Tokens.Em)}</em>;
    case 'codespan':
      return <kbd>{(token as Tokens.Codespan).text}</kbd>;
    case 'br':
      return <br />;
    case 'space':
    case 'hr':
      return null;
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'link': {
      const { href } = token as Tokens.Link;
      if (href.startsWith('/')) return <Link to={href}>{inner(token as Tokens.Link)}</Link>;
      return href.startsWith('https://') ? (
        <a href={href} rel="noreferrer">
          {inner(token as Tokens.Link)}
        </a>
      ) : (
        inner(token as Tokens.Link)
      );
    }
    case 'text':
      return 'tokens' in token && token.tokens ? inner(token) : (token as Tokens.Text).text;
    default:
      return token.raw;
  }
};

/** `under` is the level of the heading that the text stands under. */
export const HelpText = ({ body, lang, under }: { body: string; lang: string; under: 1 | 2 }) => (
  <div className="help-text" lang={lang}>
    {lexer(body).map((token, index) => (
      <Fragment key={index}>{token.type === 'heading' && under === 1 ? <h2>{inner(token as Tokens.Heading)}</h2> : drawn(token)}</Fragment>
    ))}
  </div>
);
