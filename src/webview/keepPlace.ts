/** What is kept while the sidebar is hidden and its page thrown away. */
interface Place {
  readonly scroll: number;
  /** Ids of the details that are open. */
  readonly open: readonly string[];
}

/** Keeps what the person opened and how far they scrolled, and puts it back after the first drawing. */
export function keepPlace(root: HTMLElement, host: WebviewHost): { restore(): void } {
  const saved = placeOf(host.getState());
  let restored = false;

  const save = (): void => {
    if (!restored) return;
    const open = [...root.querySelectorAll('details[open]')].map(({ id }) => id);
    host.setState({ scroll: document.documentElement.scrollTop, open } satisfies Place);
  };
  // `toggle` does not bubble, but it can be caught on its way down.
  root.addEventListener('toggle', save, { capture: true });
  window.addEventListener('scroll', save, { passive: true });

  return {
    restore: () => {
      if (restored || root.dataset['state'] !== 'filled') return;
      for (const details of root.querySelectorAll('details')) details.open = saved.open.includes(details.id);
      document.documentElement.scrollTop = saved.scroll;
      restored = true;
    },
  };
}

function placeOf(value: unknown): Place {
  if (typeof value !== 'object' || value === null || !('scroll' in value) || !('open' in value)) return { scroll: 0, open: [] };
  const { scroll, open } = value;
  return { scroll: typeof scroll === 'number' ? scroll : 0, open: Array.isArray(open) ? open.filter((id): id is string => typeof id === 'string') : [] };
}
