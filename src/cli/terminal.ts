/** Where a command reads from and writes to; tests pass their own. */
export interface Terminal {
  /** Waits while the reader is slow. */
  out(text: string): Promise<void>;
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** Asked when needed: most commands read nothing, and opening the stream takes time. */
  inIsTerminal(): boolean;
  /** Asks a question on the terminal and returns the answer without its line feed. */
  ask(question: string): Promise<string>;
}
